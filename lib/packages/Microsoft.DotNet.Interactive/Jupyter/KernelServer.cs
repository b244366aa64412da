using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using RnnNotebooks.Jupyter.Server;
using RnnNotebooks.Jupyter.Wire;

namespace RnnNotebooks.Jupyter;

/// <summary>
/// A Jupyter kernel (messaging protocol 5.5) around a notebook engine. Shell requests are answered in order, one at a time;
/// control requests (interrupt, shutdown) while a cell runs.
/// </summary>
public sealed class KernelServer : IDisposable
{
    private readonly Channels _channels;
    private readonly OutputPublisher _output;
    private readonly InputChannel _input;
    private readonly ExecuteHandler _execute;
    private readonly LanguageHandler _language;
    private readonly History _history = new();
    private readonly Task<EngineRunner> _runner;
    private readonly BlockingCollection<(WireMessage Request, long Number)> _shell = [];
    private readonly BlockingCollection<WireMessage> _control = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastNumber;
    private long _abortedUpTo;

    /// <summary>Binds the sockets first, then makes and warms up the engine while the front end is still connecting.</summary>
    /// <param name="connection">Where to listen.</param>
    /// <param name="createEngine">Makes the engine; called once, on another thread.</param>
    public KernelServer(ConnectionFile connection, Func<CompositeKernel> createEngine)
    {
        _channels = new Channels(connection) { Received = Receive, Refused = Refuse };
        _output = new OutputPublisher(_channels);
        _input = new InputChannel(_channels, _output);
        Comms = new Comms(_channels);
        _runner = Task.Factory.StartNew(
            () => EngineRunner.Attach(createEngine(), _output, _input), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        EngineRunner Runner() => _runner.GetAwaiter().GetResult();
        _execute = new ExecuteHandler(_channels, _output, _input, _history, Runner, AbortQueued);
        _language = new LanguageHandler(Runner);
    }

    /// <summary>The connection, with the ports that were really bound.</summary>
    public ConnectionFile Connection => _channels.Connection;

    /// <summary>Custom messages to and from the front end.</summary>
    public Comms Comms { get; }

    /// <summary>Serves until a front end asks for shutdown, the parent process dies or <see cref="Stop"/> is called.</summary>
    public Task RunAsync()
    {
        Console.SetIn(new ConsoleInput(_input));
        _channels.Publish("status", null, new JsonObject { ["execution_state"] = "starting" });
        _channels.Start();
        Serve(_shell, "Jupyter shell", ServeShell);
        Serve(_control, "Jupyter control", request => Answer(ChannelName.Control, request, () => Control(request)));
        ParentWatch.Start(Stop);
        return _ended.Task;
    }

    /// <summary>Stops the running cell, as a front end's interrupt does.</summary>
    public void Interrupt() => _execute.Interrupt();

    /// <summary>Ends <see cref="RunAsync"/>.</summary>
    public void Stop() => _ended.TrySetResult();

    /// <summary>Sends what is still queued and closes the sockets.</summary>
    public void Dispose()
    {
        _execute.Interrupt();
        _output.Dispose();
        _shell.CompleteAdding();
        _control.CompleteAdding();
        _channels.Dispose();
    }

    private static void Serve<T>(BlockingCollection<T> queue, string name, Action<T> answer)
    {
        var thread = new Thread(() =>
        {
            foreach (var request in queue.GetConsumingEnumerable())
            {
                answer(request);
            }
        })
        {
            IsBackground = true,
            Name = name,
        };
        thread.Start();
    }

    private static void Refuse(ChannelName channel, string reason) =>
        Console.Error.WriteLine($"A message on the {channel.ToString().ToLowerInvariant()} channel was refused: {reason}.");

    private void Receive(ChannelName channel, WireMessage message)
    {
        switch (channel)
        {
            case ChannelName.Shell when !_shell.IsAddingCompleted:
                _shell.Add((message, ++_lastNumber));
                break;
            case ChannelName.Control when !_control.IsAddingCompleted:
                _control.Add(message);
                break;
            case ChannelName.Stdin:
                _input.Received(message);
                break;
        }
    }

    /// <summary>Everything that has reached the kernel by now stands behind the cell that failed.</summary>
    private void AbortQueued() =>
        _channels.AfterReading(() => Volatile.Write(ref _abortedUpTo, _lastNumber)).GetAwaiter().GetResult();

    private void ServeShell((WireMessage Request, long Number) queued)
    {
        var (request, number) = queued;
        Answer(ChannelName.Shell, request, () =>
        {
            if (request.Type != "execute_request")
            {
                Shell(request);
            }
            else if (number <= Volatile.Read(ref _abortedUpTo))
            {
                _execute.Abort(request);
            }
            else
            {
                _execute.Execute(request);
            }
        });
    }

    /// <summary>Busy, the answer, idle: whatever happens in between.</summary>
    private void Answer(ChannelName channel, WireMessage request, Action answer)
    {
        PublishState(request, "busy");
        try
        {
            answer();
        }
        catch (InvalidRequestException invalid)
        {
            ReplyError(channel, request, "InvalidRequest", invalid.Message);
        }
        catch (Exception bug)
        {
            // A kernel that dies of one request takes the student's variables with it.
            ReplyError(channel, request, bug.GetType().Name, bug.Message);
        }

        _output.Flush();
        PublishState(request, "idle");
        if (request.Type == "shutdown_request")
        {
            Stop();
        }
    }

    private void PublishState(WireMessage request, string state) =>
        _channels.Publish("status", request.HeaderBytes, new JsonObject { ["execution_state"] = state });

    private void ReplyError(ChannelName channel, WireMessage request, string name, string message)
    {
        if (!request.Type.EndsWith("_request", StringComparison.Ordinal))
        {
            Console.Error.WriteLine($"The {request.Type} message failed: {message}");
            return;
        }

        var reply = Reply.Error(name, message);
        if (request.Type == "execute_request")
        {
            reply["execution_count"] = _execute.Count;
        }

        _channels.Reply(channel, request, ReplyType(request), reply);
    }

    private static string ReplyType(WireMessage request) => request.Type.Replace("_request", "_reply", StringComparison.Ordinal);

    private void Shell(WireMessage request)
    {
        switch (request.Type)
        {
            case "comm_open" or "comm_msg" or "comm_close":
                _output.Begin(request.HeaderBytes, mute: false);
                Comms.Received(request);
                break;
            case "shutdown_request" or "interrupt_request" or "kernel_info_request":
                // Older front ends send these here.
                Control(request, ChannelName.Shell);
                break;
            default:
                _channels.Reply(ChannelName.Shell, request, ReplyType(request), request.Type switch
                {
                    "complete_request" => _language.Complete(request.Content),
                    "inspect_request" => _language.Inspect(request.Content),
                    "is_complete_request" => CodeCompleteness.Check(request.Content.RequiredText("code")),
                    "history_request" => _history.Answer(request.Content),
                    "comm_info_request" => Comms.Info(request.Content.Text("target_name")),
                    _ => throw new InvalidRequestException($"This kernel knows no {request.Type} on the shell channel."),
                });
                break;
        }
    }

    private void Control(WireMessage request, ChannelName channel = ChannelName.Control)
    {
        switch (request.Type)
        {
            case "kernel_info_request":
                _channels.Reply(channel, request, "kernel_info_reply", KernelInfoReply.Create());
                break;
            case "interrupt_request":
                Interrupt();
                _channels.Reply(channel, request, "interrupt_reply", Reply.Ok());
                break;
            case "shutdown_request":
                var reply = Reply.Ok();
                reply["restart"] = request.Content.Flag("restart", false);
                _channels.Reply(channel, request, "shutdown_reply", reply);
                break;
            default:
                throw new InvalidRequestException($"This kernel knows no {request.Type} on the control channel.");
        }
    }
}
