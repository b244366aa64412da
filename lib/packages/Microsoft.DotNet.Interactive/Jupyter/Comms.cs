using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using RnnNotebooks.Jupyter.Wire;

namespace RnnNotebooks.Jupyter;

/// <summary>Custom messages between the front end and the kernel: who may open a comm, and which are open.</summary>
public sealed class Comms
{
    private readonly ConcurrentDictionary<string, Action<Comm, JsonObject>> _targets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Comm> _open = new(StringComparer.Ordinal);
    private readonly Channels _channels;
    private byte[]? _parent;

    internal Comms(Channels channels) => _channels = channels;

    /// <summary>Lets front ends open comms with this target's name; <paramref name="opened"/> gets the comm and the opening data.</summary>
    public void Register(string target, Action<Comm, JsonObject> opened) => _targets[target] = opened;

    /// <summary>Opens a comm from the kernel's side.</summary>
    public Comm Open(string target, JsonObject? data = null)
    {
        var comm = new Comm(this, Guid.NewGuid().ToString("N"), target);
        _open[comm.Id] = comm;
        Publish("comm_open", comm.Id, data, target);
        return comm;
    }

    internal void Received(WireMessage message)
    {
        _parent = message.HeaderBytes;
        var id = Server.Fields.RequiredText(message.Content, "comm_id");
        var data = message.Content["data"] as JsonObject ?? [];
        switch (message.Type)
        {
            case "comm_open" when _targets.TryGetValue(Server.Fields.RequiredText(message.Content, "target_name"), out var opened):
                var comm = new Comm(this, id, Server.Fields.RequiredText(message.Content, "target_name"));
                _open[id] = comm;
                opened(comm, data);
                break;
            case "comm_open":
                Publish("comm_close", id, null);
                break;
            case "comm_msg" when _open.TryGetValue(id, out var addressed):
                addressed.Receive(data);
                break;
            case "comm_close" when _open.TryRemove(id, out var closed):
                closed.ReceiveClose(data);
                break;
        }
    }

    internal JsonObject Info(string? target)
    {
        var comms = new JsonObject();
        foreach (var comm in _open.Values.Where(comm => string.IsNullOrEmpty(target) || comm.Target == target))
        {
            comms[comm.Id] = new JsonObject { ["target_name"] = comm.Target };
        }

        var reply = Server.Reply.Ok();
        reply["comms"] = comms;
        return reply;
    }

    internal void Close(Comm comm, JsonObject? data)
    {
        if (_open.TryRemove(comm.Id, out _))
        {
            Publish("comm_close", comm.Id, data);
        }
    }

    internal void Publish(string type, string id, JsonObject? data, string? target = null)
    {
        // A copy: what came in may go out again, and a JSON node has one parent only.
        var content = new JsonObject { ["comm_id"] = id, ["data"] = data?.DeepClone() ?? new JsonObject() };
        if (target is not null)
        {
            content["target_name"] = target;
        }

        _channels.Publish(type, _parent, content);
    }
}
