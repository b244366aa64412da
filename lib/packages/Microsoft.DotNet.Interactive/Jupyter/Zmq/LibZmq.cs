using System.Runtime.InteropServices;

namespace RnnNotebooks.Jupyter.Zmq;

/// <summary>The functions of libzmq (4.x) that a kernel needs, as they are declared in <c>zmq.h</c>.</summary>
internal static unsafe partial class LibZmq
{
    private const string Library = LibZmqLocator.LibraryName;

    internal const int Pair = 0;
    internal const int Router = 6;
    internal const int XPub = 9;

    internal const int OptionLinger = 17;
    internal const int OptionSendHighWater = 23;
    internal const int OptionReceiveHighWater = 24;
    internal const int OptionLastEndpoint = 32;
    internal const int OptionXPubVerbose = 40;

    internal const int DontWait = 1;
    internal const int SendMore = 2;
    internal const short PollIn = 1;

    /// <summary>The size of a <c>zmq_msg_t</c>, fixed by libzmq's ABI.</summary>
    internal const int MessageSize = 64;

    static LibZmq() => NativeLibrary.SetDllImportResolver(typeof(LibZmq).Assembly, LibZmqLocator.Resolve);

    [LibraryImport(Library)]
    internal static partial nint zmq_ctx_new();

    [LibraryImport(Library)]
    internal static partial int zmq_ctx_term(nint context);

    [LibraryImport(Library)]
    internal static partial nint zmq_socket(nint context, int type);

    [LibraryImport(Library)]
    internal static partial int zmq_close(nint socket);

    [LibraryImport(Library)]
    internal static partial int zmq_setsockopt(nint socket, int option, void* value, nuint size);

    [LibraryImport(Library)]
    internal static partial int zmq_getsockopt(nint socket, int option, void* value, nuint* size);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int zmq_bind(nint socket, string endpoint);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int zmq_connect(nint socket, string endpoint);

    [LibraryImport(Library)]
    internal static partial int zmq_send(nint socket, void* data, nuint size, int flags);

    [LibraryImport(Library)]
    internal static partial int zmq_msg_init(void* message);

    [LibraryImport(Library)]
    internal static partial int zmq_msg_recv(void* message, nint socket, int flags);

    [LibraryImport(Library)]
    internal static partial void* zmq_msg_data(void* message);

    [LibraryImport(Library)]
    internal static partial nuint zmq_msg_size(void* message);

    [LibraryImport(Library)]
    internal static partial int zmq_msg_more(void* message);

    [LibraryImport(Library)]
    internal static partial int zmq_msg_close(void* message);

    [LibraryImport(Library)]
    internal static partial int zmq_poll(void* items, int count, nint timeoutMilliseconds);

    [LibraryImport(Library)]
    internal static partial int zmq_errno();

    [LibraryImport(Library)]
    internal static partial nint zmq_strerror(int errno);

    internal static ZmqException LastError(string doing) =>
        new($"ZeroMQ could not {doing}: {Marshal.PtrToStringUTF8(zmq_strerror(zmq_errno()))}.");
}
