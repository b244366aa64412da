using System.Text.Json.Nodes;
using RnnNotebooks.Engine;
using RnnNotebooks.Jupyter.Wire;

namespace RnnNotebooks.Jupyter.Server;

/// <summary>Answers execute_request: runs a cell, publishes its outputs and tells how it ended.</summary>
internal sealed class ExecuteHandler(
    Channels channels,
    OutputPublisher output,
    InputChannel input,
    History history,
    Func<EngineRunner> runner,
    Action abortQueued)
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _running;
    private int _count;

    /// <summary>The number of the last cell.</summary>
    internal int Count => _count;

    internal void Execute(WireMessage request)
    {
        var content = request.Content;
        var code = content.RequiredText("code");
        var silent = content.Flag("silent", false);
        var store = !silent && content.Flag("store_history", true);
        if (store)
        {
            _count++;
        }

        using var interrupt = new CancellationTokenSource();
        lock (_lock)
        {
            _running = interrupt;
        }

        try
        {
            input.Begin(request, content.Flag("allow_stdin", true), interrupt.Token);
            Run(request, code, silent, store, interrupt.Token);
        }
        finally
        {
            lock (_lock)
            {
                _running = null;
            }
        }
    }

    /// <summary>Answers a request that was queued behind a cell that failed.</summary>
    internal void Abort(WireMessage request)
    {
        var reply = new JsonObject { ["status"] = "aborted", ["execution_count"] = _count };
        channels.Reply(ChannelName.Shell, request, "execute_reply", reply);
    }

    /// <summary>Stops the running cell. Without one it does nothing.</summary>
    internal void Interrupt()
    {
        lock (_lock)
        {
            _running?.Cancel();
        }
    }

    private void Run(WireMessage request, string code, bool silent, bool store, CancellationToken interrupted)
    {
        if (!silent)
        {
            channels.Publish("execute_input", request.HeaderBytes, new JsonObject { ["code"] = code, ["execution_count"] = _count });
        }

        output.Begin(request.HeaderBytes, mute: silent);
        var outcome = runner().Run(code, _count, store, interrupted);
        if (store)
        {
            history.Add(_count, code, outcome.Result);
        }

        if (outcome.Failure is { } failure)
        {
            Fail(request, failure, request.Content.Flag("stop_on_error", true));
            return;
        }

        var reply = Reply.Ok();
        reply["execution_count"] = _count;
        reply["user_expressions"] = Evaluate(request.Content["user_expressions"] as JsonObject, interrupted);
        reply["payload"] = new JsonArray();
        output.Flush();
        channels.Reply(ChannelName.Shell, request, "execute_reply", reply);
    }

    private void Fail(WireMessage request, CellError failure, bool stopOnError)
    {
        output.Publish("error", new JsonObject
        {
            ["ename"] = failure.Name,
            ["evalue"] = failure.Message,
            ["traceback"] = Reply.Lines(failure.Traceback),
        });
        if (stopOnError)
        {
            // Before the reply: what a front end sends after it has seen the error is not part of the queue.
            abortQueued();
        }

        var reply = Reply.Error(failure.Name, failure.Message, failure.Traceback);
        reply["execution_count"] = _count;
        reply["user_expressions"] = new JsonObject();
        reply["payload"] = new JsonArray();
        channels.Reply(ChannelName.Shell, request, "execute_reply", reply);
    }

    private JsonObject Evaluate(JsonObject? expressions, CancellationToken interrupted)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in expressions ?? [])
        {
            values[name] = expression is JsonValue text && text.TryGetValue<string>(out var code)
                ? runner().Evaluate(code, interrupted)
                : Reply.Error("InvalidRequest", $"The user expression {name} is not a text.");
        }

        return values;
    }
}
