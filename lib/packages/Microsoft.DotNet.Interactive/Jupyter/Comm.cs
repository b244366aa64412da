using System.Text.Json.Nodes;

namespace RnnNotebooks.Jupyter;

/// <summary>One line of custom messages between the kernel and a front end.</summary>
public sealed class Comm
{
    private readonly Comms _comms;

    internal Comm(Comms comms, string id, string target) => (_comms, Id, Target) = (comms, id, target);

    /// <summary>Names the comm on both sides.</summary>
    public string Id { get; }

    /// <summary>The name it was opened under.</summary>
    public string Target { get; }

    /// <summary>The front end sent data.</summary>
    public event Action<JsonObject>? Message;

    /// <summary>The front end closed the comm.</summary>
    public event Action<JsonObject>? Closed;

    /// <summary>Sends data to the front end.</summary>
    public void Send(JsonObject data) => _comms.Publish("comm_msg", Id, data);

    /// <summary>Closes the comm from the kernel's side.</summary>
    public void Close(JsonObject? data = null) => _comms.Close(this, data);

    internal void Receive(JsonObject data) => Message?.Invoke(data);

    internal void ReceiveClose(JsonObject data) => Closed?.Invoke(data);
}
