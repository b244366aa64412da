using System.Globalization;

namespace RnnNotebooks;

/// <summary>
/// How far a long computation is: a bar with rate and time left, redrawn in place at most ten times a second. In a terminal it is one
/// line. When the reader presses the notebook's stop button, <see cref="ShouldStop"/> says so: the loop ends after the step it is in
/// and keeps what it has.
/// <example><code>
/// using var progress = new Progress("training", steps);
/// for (var step = 0; step &lt; steps &amp;&amp; !progress.ShouldStop; step++) { …; progress.Step($"loss {loss:0.000}"); }
/// </code></example>
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public sealed class Progress : IDisposable
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(100);

    private readonly string _what;

    private readonly long _total;

    private readonly TimeProvider _time;

    private readonly TextWriter? _terminal;

    private readonly long _began;

    private long _drawn, _done;

    private int _written;

    private string _note = "";

    private Action<object>? _update;

    private bool _isStale = true;

    /// <summary>Begins a computation.</summary>
    /// <param name="what">What is computed, such as "training".</param>
    /// <param name="total">How many steps it takes.</param>
    /// <param name="time">A clock; the system's when left out.</param>
    /// <param name="terminal">Where the line goes without a notebook; the error stream's terminal when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no step to take.</exception>
    public Progress(string what, long total, TimeProvider? time = null, TextWriter? terminal = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 1);
        (_what, _total, _time) = (what, total, time ?? TimeProvider.System);
        _terminal = terminal ?? (Console.IsErrorRedirected ? null : Console.Error);
        _began = _time.GetTimestamp();
    }

    /// <summary>Cancelled when the reader presses the stop button.</summary>
    public CancellationToken Stopping => Notebook.Stopping;

    /// <summary>Has the reader pressed the stop button?</summary>
    public bool ShouldStop => Stopping.IsCancellationRequested;

    /// <summary>Steps taken.</summary>
    public long Done => _done;

    /// <summary>Counts steps, and shows them when it is time.</summary>
    /// <param name="note">What to say beside the bar, such as the loss.</param>
    /// <param name="steps">How many steps were taken.</param>
    public void Step(string note = "", long steps = 1)
    {
        _done += steps;
        _note = note;
        _isStale = true;
        if (_drawn == 0 || _time.GetElapsedTime(_drawn) >= s_shortest || _done >= _total)
            Draw();
    }

    /// <summary>Shows where it ended.</summary>
    public void Dispose()
    {
        if (_isStale)
            Draw();
        if (_written > 0)
            _terminal?.WriteLine();
        _written = 0;
    }

    /// <summary>The line that a terminal shows.</summary>
    public override string ToString()
    {
        var gone = _time.GetElapsedTime(_began);
        double rate = gone.TotalSeconds > 0 ? _done / gone.TotalSeconds : 0;
        string speed = rate <= 0 ? "" : rate >= 1 ? Text($", {rate:0.#} a second") : Text($", {1 / rate:0.#} s each");
        string left = _done >= _total ? $", took {Duration(gone)}"
            : ShouldStop ? $", stopped after {Duration(gone)}"
            : rate > 0 ? $", {Duration(TimeSpan.FromSeconds((_total - _done) / rate))} left" : "";
        return Text($"{_what}: {_done} of {_total} ({100.0 * _done / _total:0} %){speed}{left}") + (_note.Length > 0 ? $" · {_note}" : "");
    }

    private void Draw()
    {
        _isStale = false;
        _drawn = _time.GetTimestamp();
        if (Notebook.IsConnected)
        {
            var panel = new ProgressPanel(ToString(), Math.Min(1, (double)_done / _total), _done < _total && !ShouldStop);
            if (_update is null)
                _update = Notebook.Show(panel);
            else
                _update(panel);
            return;
        }
        if (_terminal is null)
            return;
        string line = ToString();
        _terminal.Write("\r" + line.PadRight(_written));
        _written = line.Length;
    }

    private static string Duration(TimeSpan time) => time.TotalSeconds < 60
        ? Text($"{time.TotalSeconds:0} s")
        : time.TotalHours < 1 ? $"{(int)time.TotalMinutes}:{time.Seconds:00} min" : $"{(int)time.TotalHours}:{time.Minutes:00} h";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
