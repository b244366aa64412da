namespace RnnNotebooks.Jupyter.Zmq;

/// <summary>libzmq refused a call, or libzmq itself was not found.</summary>
public sealed class ZmqException : Exception
{
    /// <summary>A failure that nothing more is known of.</summary>
    public ZmqException() : this("ZeroMQ failed.")
    {
    }

    /// <summary>A failure in words, such as a missing library.</summary>
    public ZmqException(string message) : base(message)
    {
    }

    /// <summary>A failure that another one caused.</summary>
    public ZmqException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
