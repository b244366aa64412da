namespace RnnNotebooks.Jupyter.Zmq;

/// <summary>A ZeroMQ context: its sockets are closed before it is.</summary>
internal sealed class ZmqContext : IDisposable
{
    private nint _handle = LibZmq.zmq_ctx_new();

    internal ZmqSocket Socket(int type) => new(_handle, type);

    public void Dispose()
    {
        var handle = Interlocked.Exchange(ref _handle, 0);
        if (handle != 0)
        {
            _ = LibZmq.zmq_ctx_term(handle);
        }
    }
}
