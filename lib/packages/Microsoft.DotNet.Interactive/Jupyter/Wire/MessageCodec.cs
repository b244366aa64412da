using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RnnNotebooks.Jupyter.Wire;

/// <summary>
/// Turns messages into frames and back: identities, a delimiter, the signature, header, parent header, metadata, content,
/// then buffers (Jupyter messaging protocol 5.5, "The Wire Protocol").
/// </summary>
internal sealed class MessageCodec(string key)
{
    internal const string ProtocolVersion = "5.5";

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MessageSigner _incoming = new(key);
    private readonly MessageSigner _outgoing = new(key);
    private readonly string _session = Guid.NewGuid().ToString("N");
    private readonly string _user = Environment.UserName; // every look at it reads the system's list of users
    private long _count;

    /// <summary>The frames of a new message of ours; its msg_id is like no other's.</summary>
    internal List<byte[]> Pack(
        IEnumerable<byte[]> identities,
        string type,
        byte[]? parentHeader,
        JsonObject content,
        JsonObject? metadata = null,
        IReadOnlyList<byte[]>? buffers = null)
    {
        var header = Bytes(new JsonObject
        {
            ["msg_id"] = $"{_session}_{Interlocked.Increment(ref _count)}",
            ["msg_type"] = type,
            ["username"] = _user,
            ["session"] = _session,
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["version"] = ProtocolVersion,
        });
        var parent = parentHeader ?? EmptyObject;
        var side = metadata is null ? EmptyObject : Bytes(metadata);
        var body = Bytes(content);
        List<byte[]> frames = [.. identities, Delimiter, _outgoing.Sign(header, parent, side, body), header, parent, side, body];
        if (buffers is not null)
        {
            frames.AddRange(buffers);
        }

        return frames;
    }

    /// <summary>Reads a message. Null, with the reason, when it is malformed, wrongly signed or a replay.</summary>
    internal WireMessage? Unpack(List<byte[]> frames, out string? reason)
    {
        var at = frames.FindIndex(frame => frame.AsSpan().SequenceEqual(Delimiter));
        if (at < 0 || frames.Count < at + 6)
        {
            reason = at < 0 ? "it has no <IDS|MSG> frame" : "it has fewer frames than a message";
            return null;
        }

        var (header, parent, metadata, content) = (frames[at + 2], frames[at + 3], frames[at + 4], frames[at + 5]);
        reason = _incoming.Reject(frames[at + 1], header, parent, metadata, content);
        if (reason is not null)
        {
            return null;
        }

        if (Object(header) is not { } head || Object(content) is not { } body || Object(parent) is not { } parentHead
            || Object(metadata) is not { } side)
        {
            reason = "one of its parts is not a JSON object";
            return null;
        }

        if (!IsText(head["msg_type"]) || !IsText(head["msg_id"]))
        {
            reason = "its header lacks msg_type or msg_id";
            return null;
        }

        return new WireMessage(frames[..at], head, header, body, side, frames[(at + 6)..])
        {
            ParentId = IsText(parentHead["msg_id"]) ? parentHead["msg_id"]!.GetValue<string>() : null,
        };
    }

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String;

    private static JsonObject? Object(byte[] utf8)
    {
        try
        {
            return JsonNode.Parse(utf8) as JsonObject;
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or DecoderFallbackException)
        {
            // Whoever sent it gets no answer that it could parse; the caller reports the reason.
            return null;
        }
    }

    private static byte[] Bytes(JsonObject json)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
