using System.Text;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Engine;

/// <summary>
/// What a command prints. Text leaves within <see cref="Delay"/>, so that ten thousand prints in a loop become a few
/// events; it always leaves before the next display and before the command ends.
/// </summary>
internal sealed class CellOutput(KernelInvocationContext context)
{
    private const int FlushAtLength = 16 * 1024;

    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private Timer? _timer;
    private bool _isError;
    private bool _timerIsSet;

    /// <summary>How long printed text may wait for more.</summary>
    public static TimeSpan Delay { get; } = TimeSpan.FromMilliseconds(25);

    public void Write(string text, bool isError)
    {
        if (text.Length == 0)
        {
            return;
        }

        lock (_gate)
        {
            if (_isError != isError)
            {
                Flush();
                _isError = isError;
            }

            _text.Append(text);
            if (context.IsComplete || _text.Length >= FlushAtLength)
            {
                Flush(); // what a finished cell's background work prints does not wait: nothing else would flush it
            }
            else if (!_timerIsSet)
            {
                _timerIsSet = true;
                _timer ??= NewTimer();
                _timer.Change(Delay, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Flush()
    {
        lock (_gate)
        {
            _timerIsSet = false;
            if (_text.Length == 0)
            {
                return;
            }

            FormattedValue[] values = [new FormattedValue("text/plain", _text.ToString())];
            _text.Clear();
            context.Deliver(_isError
                ? new StandardErrorValueProduced(context.Command, values)
                : new StandardOutputValueProduced(context.Command, values));
        }
    }

    // Without the ambient context: the timer would keep the cell alive and count as the cell's own work.
    private Timer NewTimer()
    {
        using (ExecutionContext.SuppressFlow())
        {
            return new Timer(static output => ((CellOutput)output!).Flush(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
