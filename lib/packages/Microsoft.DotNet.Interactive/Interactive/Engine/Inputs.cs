using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace RnnNotebooks.Engine;

/// <summary>Questions to the person at the front end. A host answers by handling RequestInput with InputProduced.</summary>
internal static class Inputs
{
    public static async Task<string> AskAsync(RequestInput request)
    {
        var root = Kernel.Root ?? throw new InvalidOperationException("Input can only be asked for while a cell runs.");
        if (KernelInvocationContext.Current is { } context && Given(context, request) is { } given)
        {
            return given;
        }

        if (!root.SupportsCommandType(typeof(RequestInput)))
        {
            throw new InvalidOperationException(
                $"This cell asks \"{request.Prompt}\", and nobody can answer here. Run it in a notebook, or give the value with the notebook's parameters.");
        }

        var result = await root.SendAsync(request).ConfigureAwait(false);
        if (result.Events.OfType<InputProduced>().LastOrDefault()?.Value is { } answer)
        {
            return answer;
        }

        var failed = result.Events.OfType<CommandFailed>().LastOrDefault();
        throw failed?.Exception is OperationCanceledException interrupted
            ? interrupted
            : new InvalidOperationException(failed?.Message ?? "The question was not answered.");
    }

    public static async Task<IDictionary<string, string>> AskAllAsync(IEnumerable<InputDescription> descriptions)
    {
        var answers = new Dictionary<string, string>();
        foreach (var one in descriptions)
        {
            var request = new RequestInput(one.Prompt, one.TypeHint) { ParameterName = one.Name, SaveAs = one.SaveAs };
            answers[one.GetPropertyNameForJsonSerialization()] = await AskAsync(request).ConfigureAwait(false);
        }

        return answers;
    }

    private static string? Given(KernelInvocationContext context, RequestInput request)
    {
        for (var command = context.Command; command is not null; command = command.Parent)
        {
            if (command is SubmitCode submission &&
                (submission.Parameters.TryGetValue(request.ParameterName ?? request.Prompt, out string? value)
                    || submission.Parameters.TryGetValue(request.Prompt, out value)))
            {
                return value;
            }
        }

        return null;
    }
}
