using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>The command did not do what it was asked to. <see cref="Message"/> is what a person should read.</summary>
public class CommandFailed : KernelCommandCompletionEvent
{
    public CommandFailed(Exception? exception, KernelCommand command, string? message = null, int? executionOrder = null)
        : base(command, executionOrder)
    {
        Exception = exception;
        Message = string.IsNullOrEmpty(message) ? exception?.Message ?? $"{command.GetType().Name} failed." : message;
    }

    public CommandFailed(string message, KernelCommand command, int? executionOrder = null)
        : this(null, command, message, executionOrder)
    {
    }

    public Exception? Exception { get; }

    public string Message { get; set; }

    public override string ToString() => $"CommandFailed: {Message}";
}
