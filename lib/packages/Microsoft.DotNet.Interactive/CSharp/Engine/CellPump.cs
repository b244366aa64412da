namespace RnnNotebooks.Engine;

/// <summary>
/// Brings what follows an await back to the cell's thread, which runs it and can be stopped while it does. A cell's thread
/// waits here, not in a blocking call, so that an interrupt reaches it.
/// </summary>
internal sealed class CellPump : SynchronizationContext
{
    private enum State
    {
        Open,
        Done,
        Stopped,
    }

    private readonly Lock _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _work = new();
    private readonly SemaphoreSlim _signal = new(0);
    private State _state;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            if (_state == State.Open)
            {
                _work.Enqueue((d, state));
                _signal.Release();
                return;
            }

            if (_state == State.Stopped)
            {
                return; // the rest of a cell that was stopped does not run
            }
        }

        base.Post(d, state); // work that a finished cell left behind goes on in the background
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs what is posted until the task has ended.</summary>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public void RunUntil(Task task)
    {
        task.ContinueWith(static (_, pump) => ((CellPump)pump!)._signal.Release(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!task.IsCompleted)
        {
            _signal.Wait();
            (SendOrPostCallback Callback, object? State) next;
            lock (_gate)
            {
                if (_state == State.Stopped)
                {
                    throw new OperationCanceledException();
                }

                if (!_work.TryDequeue(out next))
                {
                    continue;
                }
            }

            next.Callback(next.State);
        }
    }

    public void Stop() => End(State.Stopped);

    public void Finish() => End(State.Done);

    private void End(State state)
    {
        (SendOrPostCallback Callback, object? State)[] left;
        lock (_gate)
        {
            if (_state != State.Open)
            {
                return;
            }

            _state = state;
            left = [.. _work];
            _work.Clear();
        }

        _signal.Release();
        if (state == State.Done)
        {
            foreach (var (callback, callbackState) in left)
            {
                base.Post(callback, callbackState);
            }
        }
    }
}
