using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using RnnNotebooks.Engine;

namespace Interactive.Tests;

/// <summary>A notebook's kernel for a test, and what one wants to know of a cell that ran.</summary>
internal sealed class Notebook : IDisposable
{
    public CompositeKernel Kernel { get; } = NotebookKernel.Create();

    public async Task<Ran> Run(string code) => new(await Kernel.SendAsync(new SubmitCode(code)));

    /// <summary>Runs a cell and interrupts it as soon as it has printed something.</summary>
    public async Task<Ran> RunAndStop(string code)
    {
        var printed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = Kernel.KernelEvents.Subscribe(new Listener(one =>
        {
            if (one is StandardOutputValueProduced)
            {
                printed.TrySetResult();
            }
        }));
        var cell = Run(code);
        await Task.WhenAny(printed.Task, cell);
        await Kernel.SendAsync(new Cancel());
        return await cell;
    }

    public async Task<string[]> Complete(string codeWithCaret)
    {
        var produced = await CompletionsAt(codeWithCaret);
        return [.. produced.Completions.Select(item => item.DisplayText)];
    }

    public async Task<CompletionsProduced> CompletionsAt(string codeWithCaret)
    {
        var (code, position) = Caret(codeWithCaret);
        var result = await Kernel.SendAsync(new RequestCompletions(code, position));
        return result.Events.OfType<CompletionsProduced>().Single();
    }

    public async Task<string?> Hover(string codeWithCaret)
    {
        var (code, position) = Caret(codeWithCaret);
        var result = await Kernel.SendAsync(new RequestHoverText(code, position));
        return result.Events.OfType<HoverTextProduced>().SingleOrDefault()?.Content.Single(one => one.MimeType == "text/plain").Value;
    }

    public async Task<SignatureHelpProduced> Signatures(string codeWithCaret)
    {
        var (code, position) = Caret(codeWithCaret);
        var result = await Kernel.SendAsync(new RequestSignatureHelp(code, position));
        return result.Events.OfType<SignatureHelpProduced>().Single();
    }

    public void Dispose() => Kernel.Dispose();

    private static (string Code, LinePosition Position) Caret(string code)
    {
        int at = code.IndexOf('|');
        string before = code[..at];
        int line = before.Count(c => c == '\n');
        return (code.Remove(at, 1), new LinePosition(line, at - (before.LastIndexOf('\n') + 1)));
    }
}

internal sealed record Ran(KernelCommandResult Result)
{
    public CommandFailed? Failure => Result.Events.OfType<CommandFailed>().LastOrDefault();

    public object? Value => Result.Events.OfType<ReturnValueProduced>().Single().Value;

    public string Printed => string.Concat(Result.Events.OfType<StandardOutputValueProduced>().Select(one => one.FormattedValues.Single().Value));

    public string PrintedErrors => string.Concat(Result.Events.OfType<StandardErrorValueProduced>().Select(one => one.FormattedValues.Single().Value));
}

internal sealed class Listener(Action<KernelEvent> onNext) : IObserver<KernelEvent>
{
    public void OnNext(KernelEvent value) => onNext(value);

    public void OnCompleted()
    {
    }

    public void OnError(Exception error) => throw error;
}
