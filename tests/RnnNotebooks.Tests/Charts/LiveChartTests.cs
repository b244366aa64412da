using Plotly.NET;
using Draw = RnnNotebooks.Charts;

namespace RnnNotebooks.Tests.Charts;

/// <summary>A clock that the test turns by hand.</summary>
internal sealed class Clock : TimeProvider
{
    private long _milliseconds = 1;

    public override long TimestampFrequency => 1000;

    public override long GetTimestamp() => _milliseconds;

    public void Advance(int milliseconds) => _milliseconds += milliseconds;
}

[Collection("Notebook")]
public sealed class LiveChartTests : IDisposable
{
    private readonly Clock _clock = new();

    private readonly List<object> _shown = [];

    private readonly List<object> _updates = [];

    private readonly CancellationTokenSource _stop = new();

    public LiveChartTests() => Notebook.Connect(
        value =>
        {
            _shown.Add(value);
            return _updates.Add;
        },
        () => _stop.Token);

    public void Dispose()
    {
        Notebook.Disconnect();
        _stop.Dispose();
    }

    [Fact]
    public void A_live_chart_redraws_in_place_at_most_ten_times_a_second()
    {
        int drawn = 0;
        using (var live = new LiveChart(() => Empty(++drawn), _clock))
        {
            for (int i = 0; i < 1000; i++)
            {
                live.Redraw();
                _clock.Advance(1);
            }
        }
        Assert.Single(_shown);
        Assert.Equal(10, _updates.Count);
    }

    [Fact]
    public void A_live_chart_ends_with_its_last_state()
    {
        int points = 0;
        using (var live = new LiveChart(() => Empty(points), _clock))
        {
            for (points = 1; points < 5; points++)
                live.Redraw();
        }
        Assert.Contains("5 points", _updates[^1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_live_chart_that_was_never_asked_shows_nothing()
    {
        using (new LiveChart(() => Empty(1), _clock))
        {
        }
        Assert.Empty(_shown);
    }

    [Fact]
    public void Progress_tells_rate_and_time_left()
    {
        using var progress = new Progress("training", 200, _clock, TextWriter.Null);
        _clock.Advance(10_000);
        progress.Step("loss 0.123", 50);
        Assert.Equal("training: 50 of 200 (25 %), 5 a second, 30 s left · loss 0.123", progress.ToString());
    }

    [Fact]
    public void Progress_stops_when_the_reader_presses_stop()
    {
        int steps = 0;
        using var progress = new Progress("training", 200, _clock, TextWriter.Null);
        while (steps < 200 && !progress.ShouldStop)
        {
            _clock.Advance(100);
            progress.Step();
            if (++steps == 3)
                _stop.Cancel();
        }
        Assert.Equal(3, steps);
        Assert.EndsWith("stopped after 0 s", progress.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_one_line_of_a_terminal()
    {
        Notebook.Disconnect();
        using var terminal = new StringWriter { NewLine = "\n" };
        using (var progress = new Progress("epoch", 2, _clock, terminal))
        {
            _clock.Advance(2000);
            progress.Step("a long note");
            _clock.Advance(2000);
            progress.Step();
        }
        string[] lines = terminal.ToString().Split('\n');
        Assert.Equal(["epoch: 1 of 2 (50 %), 2 s each, 2 s left · a long note", "epoch: 2 of 2 (100 %), 2 s each, took 4 s"], lines[0].Split('\r', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd()));
        Assert.Equal(2, lines.Length);
    }

    private static GenericChart Empty(int points) => Draw.Lines([.. Enumerable.Range(0, points).Select(i => (double)i)], new Dictionary<string, double[]> { ["y"] = new double[points] });
}
