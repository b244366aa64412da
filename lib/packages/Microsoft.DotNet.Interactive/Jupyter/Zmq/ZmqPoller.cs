namespace RnnNotebooks.Jupyter.Zmq;

/// <summary>Waits until one of its sockets has a message.</summary>
internal sealed unsafe class ZmqPoller
{
    // zmq_pollitem_t: void* socket; fd (a 64-bit SOCKET on Windows, else an int); short events; short revents.
    private static readonly int EventsAt = sizeof(nint) + (OperatingSystem.IsWindows() ? sizeof(nint) : sizeof(int));
    private static readonly int Stride = OperatingSystem.IsWindows() ? 3 * sizeof(nint) : 2 * sizeof(nint);

    private readonly byte[] _items;
    private readonly int _count;

    internal ZmqPoller(IReadOnlyList<ZmqSocket> sockets)
    {
        _count = sockets.Count;
        _items = new byte[Stride * _count];
        for (var i = 0; i < _count; i++)
        {
            BitConverter.TryWriteBytes(_items.AsSpan(i * Stride), sockets[i].Handle);
            BitConverter.TryWriteBytes(_items.AsSpan((i * Stride) + EventsAt), LibZmq.PollIn);
        }
    }

    /// <summary>Waits without a limit. A signal may end the wait early, which is harmless: every socket is read until it is empty.</summary>
    internal void Wait()
    {
        fixed (byte* items = _items)
        {
            _ = LibZmq.zmq_poll(items, _count, -1);
        }
    }
}
