namespace RnnNotebooks.Cli;

/// <summary>A mistake that one sentence explains: it is printed without a stack trace, and the process ends with its exit code.</summary>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="message">One sentence that names the thing and the remedy.</param>
public sealed class UserException(int exitCode, string message) : Exception(message)
{
    /// <summary>The exit status of the process, one of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
