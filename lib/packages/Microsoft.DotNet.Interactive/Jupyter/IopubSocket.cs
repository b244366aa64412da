using System.Text;
using System.Text.Json.Nodes;
using RnnNotebooks.Jupyter.Wire;
using RnnNotebooks.Jupyter.Zmq;

namespace RnnNotebooks.Jupyter;

/// <summary>
/// The iopub channel. It is an XPUB socket, so the kernel sees who subscribes: what is published while nobody listens is kept
/// for the first who does (VS Code sends its first requests before it subscribes), and a new subscriber is welcomed and told the
/// kernel's state: after a crash, Jupyter's server subscribes twice, and what was kept goes to whoever comes first.
/// </summary>
internal sealed class IopubSocket
{
    private const long KeptBytes = 64L << 20;

    private static readonly byte[] StatusTopic = "status"u8.ToArray();

    private readonly MessageCodec _codec;
    private readonly HashSet<string> _topics = new(StringComparer.Ordinal);
    private readonly Queue<List<byte[]>> _kept = new();
    private long _keptSize;

    internal IopubSocket(ZmqSocket socket, MessageCodec codec)
    {
        Socket = socket;
        Socket.Set(LibZmq.OptionXPubVerbose, 1);
        _codec = codec;
    }

    internal ZmqSocket Socket { get; }

    /// <summary>What was last said of the kernel: starting, busy or idle.</summary>
    internal string State { get; set; } = "starting";

    internal void Send(List<byte[]> frames)
    {
        if (_topics.Count > 0)
        {
            Socket.Send(frames);
            return;
        }

        _kept.Enqueue(frames);
        _keptSize += Size(frames);
        while (_keptSize > KeptBytes)
        {
            _keptSize -= Size(_kept.Dequeue());
        }
    }

    /// <summary>A subscription is one frame: 1 or 0 (subscribe, unsubscribe), then the topic.</summary>
    internal void ReadSubscriptions()
    {
        while (Socket.Receive() is { } frames)
        {
            if (frames[0] is not [var subscribes, .. var topicBytes])
            {
                continue;
            }

            var topic = Encoding.UTF8.GetString(topicBytes);
            if (subscribes == 0)
            {
                _topics.Remove(topic);
                continue;
            }

            _topics.Add(topic);
            Socket.Send(_codec.Pack([topicBytes], "iopub_welcome", null, new JsonObject { ["subscription"] = topic }));
            if (_kept.Count == 0 && State != "starting")
            {
                Socket.Send(_codec.Pack([StatusTopic], "status", null, new JsonObject { ["execution_state"] = State }));
            }

            while (_kept.TryDequeue(out var message))
            {
                Socket.Send(message);
            }

            _keptSize = 0;
        }
    }

    private static long Size(List<byte[]> frames) => frames.Sum(frame => (long)frame.Length);
}
