using System.Text;

namespace RnnNotebooks.Jupyter.Zmq;

/// <summary>One socket, used by one thread at a time. Whole messages go in and come out: a list of frames.</summary>
internal sealed unsafe class ZmqSocket : IDisposable
{
    private const int Again = 11;
    private const int AgainOnMac = 35;

    internal ZmqSocket(nint context, int type)
    {
        Handle = LibZmq.zmq_socket(context, type);
        if (Handle == 0)
        {
            throw LibZmq.LastError("create a socket");
        }

        // Nothing is dropped at a queue's limit; the last messages get a second to leave at the end.
        Set(LibZmq.OptionSendHighWater, 0);
        Set(LibZmq.OptionReceiveHighWater, 0);
        Set(LibZmq.OptionLinger, 1000);
    }

    internal nint Handle { get; private set; }

    internal void Set(int option, int value)
    {
        if (LibZmq.zmq_setsockopt(Handle, option, &value, sizeof(int)) != 0)
        {
            throw LibZmq.LastError($"set socket option {option}");
        }
    }

    /// <summary>Binds, and says where: with port <c>*</c> the system chooses one.</summary>
    internal string Bind(string endpoint)
    {
        if (LibZmq.zmq_bind(Handle, endpoint) != 0)
        {
            throw LibZmq.LastError($"listen on {endpoint}");
        }

        const int capacity = 256;
        var buffer = stackalloc byte[capacity];
        nuint size = capacity;
        return LibZmq.zmq_getsockopt(Handle, LibZmq.OptionLastEndpoint, buffer, &size) == 0
            ? Encoding.UTF8.GetString(buffer, (int)size - 1)
            : endpoint;
    }

    internal void Connect(string endpoint)
    {
        if (LibZmq.zmq_connect(Handle, endpoint) != 0)
        {
            throw LibZmq.LastError($"connect to {endpoint}");
        }
    }

    /// <summary>Sends all frames as one message. False when the peer cannot take it now, or is gone.</summary>
    internal bool Send(IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            var flags = LibZmq.DontWait | (i < frames.Count - 1 ? LibZmq.SendMore : 0);
            fixed (byte* data = frames[i])
            {
                if (LibZmq.zmq_send(Handle, data, (nuint)frames[i].Length, flags) < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The next whole message, or null when none is waiting.</summary>
    internal List<byte[]>? Receive()
    {
        var frames = new List<byte[]>();
        var message = stackalloc byte[LibZmq.MessageSize];
        bool more;
        do
        {
            _ = LibZmq.zmq_msg_init(message);
            if (LibZmq.zmq_msg_recv(message, Handle, LibZmq.DontWait) < 0)
            {
                var code = LibZmq.zmq_errno();
                _ = LibZmq.zmq_msg_close(message);
                return code is Again or AgainOnMac ? null : throw LibZmq.LastError("receive");
            }

            frames.Add(new ReadOnlySpan<byte>(LibZmq.zmq_msg_data(message), (int)LibZmq.zmq_msg_size(message)).ToArray());
            more = LibZmq.zmq_msg_more(message) != 0;
            _ = LibZmq.zmq_msg_close(message);
        }
        while (more);
        return frames;
    }

    public void Dispose()
    {
        if (Handle != 0)
        {
            _ = LibZmq.zmq_close(Handle);
            Handle = 0;
        }
    }
}
