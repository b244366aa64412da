using Plotly.NET;

namespace RnnNotebooks;

/// <summary>
/// A chart that redraws itself in place while a cell runs. It redraws at most ten times a second, however often it is asked, because
/// more would slow the training it shows; the last state is always drawn.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public sealed class LiveChart : IDisposable
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(100);

    private readonly Func<GenericChart> _draw;

    private readonly TimeProvider _time;

    private Action<object>? _update;

    private long _drawn;

    private bool _isStale;

    /// <summary>Shows nothing yet: the first <see cref="Redraw"/> does.</summary>
    /// <param name="draw">Makes the chart of the moment.</param>
    /// <param name="time">A clock; the system's when left out.</param>
    public LiveChart(Func<GenericChart> draw, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(draw);
        (_draw, _time) = (draw, time ?? TimeProvider.System);
    }

    /// <summary>Draws the chart of this moment, unless it was drawn less than a tenth of a second ago.</summary>
    public void Redraw()
    {
        _isStale = true;
        // Without a host each drawing would be a printed line
        if (!Notebook.IsConnected || (_update is not null && _time.GetElapsedTime(_drawn) < s_shortest))
            return;
        Draw();
    }

    /// <summary>Draws what the last calls of <see cref="Redraw"/> left out.</summary>
    public void Dispose()
    {
        if (_isStale)
            Draw();
    }

    private void Draw()
    {
        var chart = _draw();
        if (_update is null)
            _update = Notebook.Show(chart);
        else
            _update(chart);
        _drawn = _time.GetTimestamp();
        _isStale = false;
    }
}
