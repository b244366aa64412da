using System.Collections.Concurrent;
using RnnNotebooks.Jupyter.Wire;
using RnnNotebooks.Jupyter.Zmq;

namespace RnnNotebooks.Jupyter;

/// <summary>The channels of a kernel that carry messages; the heartbeat carries none.</summary>
internal enum ChannelName
{
    Shell,
    Control,
    Stdin,
    Iopub,
}

/// <summary>
/// The five sockets of a kernel. One thread owns them all, reads them and writes them, so the frames of two messages cannot
/// interleave; everyone else hands it messages through a queue.
/// </summary>
internal sealed class Channels : IDisposable
{
    private const string WakeUpEndpoint = "inproc://wake-up";
    private static readonly byte[][] WakeUpFrames = [[1]];

    private readonly ZmqContext _context = new();
    private readonly MessageCodec _codec;
    private readonly ZmqSocket _shell, _control, _stdin, _heartbeat, _wokenUp, _wakeUp;
    private readonly IopubSocket _iopub;
    private readonly ConcurrentQueue<Action> _work = new();
    private readonly Thread _thread;
    private int _woken;
    private bool _stopping;

    /// <summary>Binds all sockets; messages are read once <see cref="Start"/> is called.</summary>
    internal Channels(ConnectionFile connection)
    {
        _codec = new MessageCodec(connection.Key);
        _shell = _context.Socket(LibZmq.Router);
        _control = _context.Socket(LibZmq.Router);
        _stdin = _context.Socket(LibZmq.Router);
        _heartbeat = _context.Socket(LibZmq.Router);
        _iopub = new IopubSocket(_context.Socket(LibZmq.XPub), _codec);
        _wokenUp = _context.Socket(LibZmq.Pair);
        _wakeUp = _context.Socket(LibZmq.Pair);
        Connection = connection with
        {
            ShellPort = Bind(_shell, connection, connection.ShellPort),
            ControlPort = Bind(_control, connection, connection.ControlPort),
            StdinPort = Bind(_stdin, connection, connection.StdinPort),
            IopubPort = Bind(_iopub.Socket, connection, connection.IopubPort),
            HeartbeatPort = Bind(_heartbeat, connection, connection.HeartbeatPort),
        };
        _wokenUp.Bind(WakeUpEndpoint);
        _wakeUp.Connect(WakeUpEndpoint);
        _thread = new Thread(Loop) { IsBackground = true, Name = "Jupyter channels" };
    }

    /// <summary>The connection with the ports that were really bound.</summary>
    internal ConnectionFile Connection { get; }

    /// <summary>Called on the channels' thread for each message: it must return at once.</summary>
    internal Action<ChannelName, WireMessage> Received { get; set; } = (_, _) => { };

    /// <summary>Told about each message that was refused, and why.</summary>
    internal Action<ChannelName, string> Refused { get; set; } = (_, _) => { };

    internal void Start() => _thread.Start();

    /// <summary>Answers a request, or asks the front end that sent it something: the message goes back along its identities.</summary>
    internal void Reply(ChannelName channel, WireMessage request, string type, System.Text.Json.Nodes.JsonObject content)
    {
        var frames = _codec.Pack(request.Identities, type, request.HeaderBytes, content);
        Post(() => Socket(channel).Send(frames));
    }

    /// <summary>Tells every front end.</summary>
    internal void Publish(
        string type,
        byte[]? parentHeader,
        System.Text.Json.Nodes.JsonObject content,
        System.Text.Json.Nodes.JsonObject? metadata = null,
        IReadOnlyList<byte[]>? buffers = null)
    {
        var frames = _codec.Pack([System.Text.Encoding.UTF8.GetBytes(type)], type, parentHeader, content, metadata, buffers);
        var state = type == "status" ? (string?)content["execution_state"] : null;
        Post(() =>
        {
            _iopub.State = state ?? _iopub.State;
            _iopub.Send(frames);
        });
    }

    /// <summary>Runs <paramref name="work"/> on the channels' thread after everything that has reached the sockets was read.</summary>
    internal Task AfterReading(Action work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            work();
            done.SetResult();
        });
        return done.Task;
    }

    /// <summary>Sends what is queued, then closes the sockets.</summary>
    public void Dispose()
    {
        if (_thread.IsAlive)
        {
            Post(() => _stopping = true);
            _thread.Join();
        }

        foreach (var socket in new[] { _shell, _control, _stdin, _heartbeat, _iopub.Socket, _wokenUp, _wakeUp })
        {
            socket.Dispose();
        }

        _context.Dispose();
    }

    private static int Bind(ZmqSocket socket, ConnectionFile connection, int port)
    {
        var endpoint = socket.Bind(connection.Endpoint(port));
        return port != 0 ? port : int.Parse(endpoint[(endpoint.LastIndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
    }

    private ZmqSocket Socket(ChannelName channel) => channel switch
    {
        ChannelName.Shell => _shell,
        ChannelName.Control => _control,
        ChannelName.Stdin => _stdin,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Only a ROUTER channel has replies."),
    };

    private void Post(Action work)
    {
        _work.Enqueue(work);
        if (Interlocked.Exchange(ref _woken, 1) == 0)
        {
            lock (_wakeUp)
            {
                _wakeUp.Send(WakeUpFrames);
            }
        }
    }

    private void Loop()
    {
        var poller = new ZmqPoller([_shell, _control, _stdin, _heartbeat, _iopub.Socket, _wokenUp]);
        while (!_stopping)
        {
            poller.Wait();
            while (_wokenUp.Receive() is not null)
            {
            }

            Volatile.Write(ref _woken, 0);
            // Read before writing: work queued by AfterReading relies on it.
            Read(ChannelName.Control, _control);
            Read(ChannelName.Shell, _shell);
            Read(ChannelName.Stdin, _stdin);
            _iopub.ReadSubscriptions();
            while (_heartbeat.Receive() is { } beat)
            {
                _heartbeat.Send(beat);
            }

            while (_work.TryDequeue(out var work))
            {
                work();
            }
        }
    }

    private void Read(ChannelName channel, ZmqSocket socket)
    {
        while (socket.Receive() is { } frames)
        {
            if (_codec.Unpack(frames, out var reason) is { } message)
            {
                Received(channel, message);
            }
            else
            {
                Refused(channel, reason!);
            }
        }
    }
}
