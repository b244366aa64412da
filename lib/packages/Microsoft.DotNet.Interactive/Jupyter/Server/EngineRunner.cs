using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using RnnNotebooks.Engine;

namespace RnnNotebooks.Jupyter.Server;

/// <summary>Runs cells on the engine and publishes its events as Jupyter's outputs.</summary>
internal sealed class EngineRunner
{
    private readonly CompositeKernel _kernel;
    private readonly OutputPublisher _output;
    private int _count;
    private volatile bool _evaluating;
    private string? _result;

    private EngineRunner(CompositeKernel kernel, OutputPublisher output)
    {
        _kernel = kernel;
        _output = output;
    }

    /// <summary>Listens to the engine, and answers its questions.</summary>
    internal static EngineRunner Attach(CompositeKernel kernel, OutputPublisher output, InputChannel input)
    {
        kernel.RegisterCommandHandler<RequestInput>(async (command, context) =>
            context.Publish(new InputProduced(await input.AskAsync(command.Prompt, command.IsPassword).ConfigureAwait(false), command)));
        var runner = new EngineRunner(kernel, output);
        kernel.KernelEvents.Subscribe(runner.OnEvent);
        return runner;
    }

    internal CellOutcome Run(string code, int count, bool numbered, CancellationToken interrupted)
    {
        (_count, _result) = (count, null);
        var result = _kernel.SendAsync(numbered ? new SubmitCode(code) : new UnnumberedSubmission(code), interrupted).GetAwaiter().GetResult();
        return new CellOutcome(Failure(result.Events), _result);
    }

    /// <summary>A user expression: its value as a mime bundle, or why it has none.</summary>
    internal JsonObject Evaluate(string expression, CancellationToken interrupted)
    {
        _evaluating = true;
        try
        {
            var events = _kernel.SendAsync(new UnnumberedSubmission(expression), interrupted).GetAwaiter().GetResult().Events;
            if (Failure(events) is { } failure)
            {
                return Reply.Error(failure.Name, failure.Message, failure.Traceback);
            }

            var value = events.OfType<ReturnValueProduced>().LastOrDefault();
            var reply = Reply.Ok();
            reply["data"] = value is null ? new JsonObject() : MimeBundle.Create(value.FormattedValues, value.Value);
            reply["metadata"] = new JsonObject();
            return reply;
        }
        finally
        {
            _evaluating = false;
        }
    }

    /// <summary>Asks the language services.</summary>
    internal IEnumerable<KernelEvent> Ask(LanguageServiceCommand command) =>
        _kernel.SendAsync(command).GetAwaiter().GetResult().Events;

    private void OnEvent(KernelEvent happened)
    {
        switch (happened)
        {
            case StandardOutputValueProduced printed:
                _output.Text("stdout", Plain(printed));
                break;
            case StandardErrorValueProduced printed:
                _output.Text("stderr", Plain(printed));
                break;
            case DisplayEvent when _evaluating:
                break;
            case ReturnValueProduced returned:
                var data = MimeBundle.Create(returned.FormattedValues, returned.Value);
                _result = data["text/plain"]?.ToString();
                _output.Publish("execute_result", new JsonObject
                {
                    ["execution_count"] = _count,
                    ["data"] = data,
                    ["metadata"] = new JsonObject(),
                });
                break;
            case DisplayedValueProduced shown:
                _output.Publish("display_data", Display(shown));
                break;
            case DisplayedValueUpdated updated:
                _output.Publish("update_display_data", Display(updated));
                break;
            case OutputCleared cleared:
                _output.Publish("clear_output", new JsonObject { ["wait"] = cleared.Wait });
                break;
            case ErrorProduced error:
                _output.Text("stderr", error.Message + "\n");
                break;
        }
    }

    private static JsonObject Display(DisplayEvent shown)
    {
        var transient = new JsonObject();
        if (shown.ValueId is { } id)
        {
            transient["display_id"] = id;
        }

        return new JsonObject
        {
            ["data"] = MimeBundle.Create(shown.FormattedValues, shown.Value),
            ["metadata"] = new JsonObject(),
            ["transient"] = transient,
        };
    }

    private static string Plain(DisplayEvent printed) => printed.FormattedValues.FirstOrDefault()?.Value ?? "";

    private static CellError? Failure(IEnumerable<KernelEvent> events) =>
        events.OfType<CommandFailed>().LastOrDefault() is { } failed ? CellError.From(failed) : null;
}
