using System.Text.Json.Nodes;

namespace RnnNotebooks.Jupyter.Wire;

/// <summary>A message as it came in, its signature already verified.</summary>
/// <param name="Identities">The routing frames: a reply goes back along them.</param>
/// <param name="Header">msg_id, msg_type, session, username, date, version.</param>
/// <param name="HeaderBytes">The header as it was sent, to be every answer's parent.</param>
/// <param name="Content">What the message says.</param>
/// <param name="Metadata">What the front end says beside it.</param>
/// <param name="Buffers">Raw frames after the content.</param>
internal sealed record WireMessage(
    IReadOnlyList<byte[]> Identities,
    JsonObject Header,
    byte[] HeaderBytes,
    JsonObject Content,
    JsonObject Metadata,
    IReadOnlyList<byte[]> Buffers)
{
    internal string Type { get; } = Header["msg_type"]!.GetValue<string>();

    /// <summary>The msg_id of the message that this one answers; null where it answers none.</summary>
    internal string? ParentId { get; init; }
}
