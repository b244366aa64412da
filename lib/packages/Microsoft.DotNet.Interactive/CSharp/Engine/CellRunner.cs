using System.Runtime;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Engine;

/// <summary>Runs compiled cells on the kernel's thread, and a cell that another cell sends on a thread of its own.</summary>
internal sealed class CellRunner : IDisposable
{
    private CellThread _thread = new("cells");

    public void Dispose() => _thread.Dispose();

    public async Task RunAsync(ScriptSession session, CompiledCell cell, KernelInvocationContext context)
    {
        var run = new CellRun(session, cell, context);
        using var interruption = Interruption.Watch(run, context);
        if (IsSentByACell(context))
        {
            using var own = new CellThread("nested cell");
            await own.RunAsync(run.Execute).ConfigureAwait(false);
        }
        else
        {
            await _thread.RunAsync(run.Execute).ConfigureAwait(false);
            if (run.WasAborted)
            {
                // The runtime aborts a thread once only: the next interrupt needs a thread that it has not aborted yet.
                _thread.Dispose();
                _thread = new CellThread("cells");
            }
        }

        run.Report();
    }

    // The kernel's thread waits for it, or awaits it: either way it is taken.
    private static bool IsSentByACell(KernelInvocationContext context)
    {
        for (var outer = context.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer.IsOnCellThread)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>One cell on its way from start to end.</summary>
internal sealed class CellRun(ScriptSession session, CompiledCell cell, KernelInvocationContext context)
{
    private readonly CellPump _pump = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _exception;

    /// <summary>Ends with the cell, however it ends. Never fails.</summary>
    public Task Ended => _ended.Task;

    public bool WasAborted => _abort.IsCancellationRequested;

    /// <summary>Ends the cell at its next await, or in the one it is in.</summary>
    public void Stop() => _pump.Stop();

    /// <summary>Stops the cell's thread where it is. Blocks until it has stopped.</summary>
    public void Abort() => _abort.Cancel();

    public void Execute()
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_pump);
        KernelInvocationContext.Current = context;
        context.IsOnCellThread = true;
        try
        {
#pragma warning disable SYSLIB0046 // the one way to stop a loop that does not want to stop; the engine's own work is outside it
            ControlledExecution.Run(Body, _abort.Token);
#pragma warning restore SYSLIB0046
        }
        catch (Exception exception)
        {
            _exception = exception;
        }
        finally
        {
            context.IsOnCellThread = false;
            KernelInvocationContext.Current = null;
            SynchronizationContext.SetSynchronizationContext(outer);
            _pump.Finish();
            _ended.SetResult();
        }
    }

    /// <summary>Tells how the cell ended.</summary>
    public void Report()
    {
        var command = (SubmitCode)context.Command;
        if (_exception is null)
        {
            return;
        }

        if (IsCancellation(_exception) && context.IsStopping)
        {
            context.Fail(command, _exception as OperationCanceledException ?? new OperationCanceledException(_exception.Message, _exception), Stopped.Sentence);
            return;
        }

        var error = CellError.From(_exception);
        context.Fail(command, _exception, error.Text);
    }

    // Parallel loops and tasks that are waited for wrap what stopped them.
    private static bool IsCancellation(Exception exception) =>
        exception is OperationCanceledException
        || (exception is AggregateException several && several.Flatten().InnerExceptions.All(one => one is OperationCanceledException));

    private void Body()
    {
        var task = session.Run(cell);
        _pump.RunUntil(task);
        object? value = task.GetAwaiter().GetResult();
        // Only a `return` further in gives a value that the cell's last statement does not tell of.
        if ((cell.HasResult || value is not null) && value is not DisplayedValue)
        {
            context.Publish(new ReturnValueProduced(value, context.Command, Displays.Bundle(value)));
        }
    }
}
