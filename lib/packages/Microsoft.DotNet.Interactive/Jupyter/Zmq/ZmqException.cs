namespace RnnNotebooks.Jupyter.Zmq;

/// <summary>libzmq refused a call, or libzmq itself was not found.</summary>
public sealed class ZmqException : Exception
{
    /// <summary>A failure without an error number of libzmq's, such as a missing library.</summary>
    public ZmqException(string message) : base(message)
    {
    }

    internal ZmqException(string message, int code) : base(message) => Code = code;

    /// <summary>libzmq's <c>errno</c>; 0 where there is none.</summary>
    public int Code { get; }
}
