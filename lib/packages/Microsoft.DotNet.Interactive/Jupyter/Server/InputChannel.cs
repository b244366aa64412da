using System.Text.Json.Nodes;
using RnnNotebooks.Jupyter.Wire;

namespace RnnNotebooks.Jupyter.Server;

/// <summary>Asks the person behind the request that is running, over the stdin channel.</summary>
internal sealed class InputChannel(Channels channels, OutputPublisher output)
{
    private readonly Lock _lock = new();
    private WireMessage? _request;
    private bool _allowed;
    private CancellationToken _interrupted;
    private TaskCompletionSource<string>? _waiting;

    /// <summary>Questions from here on go to the front end that sent this request.</summary>
    internal void Begin(WireMessage request, bool allowed, CancellationToken interrupted)
    {
        lock (_lock)
        {
            (_request, _allowed, _interrupted) = (request, allowed, interrupted);
        }
    }

    /// <summary>What the person typed. Fails at once where the front end does not take input; an interrupt ends the wait.</summary>
    internal async Task<string> AskAsync(string prompt, bool password)
    {
        Task<string> answer;
        CancellationToken interrupted;
        lock (_lock)
        {
            if (_request is null || !_allowed)
            {
                throw new InvalidOperationException(
                    "The cell asks for input, but this front end takes none (allow_stdin is false): run it in a notebook, or give the value in code.");
            }

            _waiting?.TrySetCanceled();
            _waiting = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            answer = _waiting.Task;
            interrupted = _interrupted;
            // The text before the question is shown before it.
            output.Flush();
            channels.Reply(ChannelName.Stdin, _request, "input_request", new JsonObject { ["prompt"] = prompt, ["password"] = password });
        }

        return await answer.WaitAsync(interrupted).ConfigureAwait(false);
    }

    /// <summary>Takes an input_reply; one that nobody waits for, or of another front end, is dropped.</summary>
    internal void Received(WireMessage reply)
    {
        lock (_lock)
        {
            if (reply.Type == "input_reply" && _request is not null && Same(reply.Identities, _request.Identities))
            {
                _waiting?.TrySetResult(reply.Content.Text("value") ?? "");
            }
        }
    }

    private static bool Same(IReadOnlyList<byte[]> one, IReadOnlyList<byte[]> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
}
