using System.Globalization;
using System.Text.Json;

namespace Plotly.NET.Rendering;

/// <summary>An axis of a still picture: from values to pixels. Values are held as the axis shows them: logarithms, category numbers.</summary>
internal sealed class AxisScale(Look layout, bool horizontal)
{
    private readonly List<string> _categories = [];

    private double _low = double.PositiveInfinity, _high = double.NegativeInfinity;

    public enum Kinds
    {
        Undecided,
        Linear,
        Log,
        Category,
        Date,
    }

    public Look Layout { get; } = layout;

    public bool Horizontal { get; } = horizontal;

    public Kinds Kind { get; private set; } = layout["type"].Text switch
    {
        "log" => Kinds.Log,
        "linear" => Kinds.Linear,
        "category" => Kinds.Category,
        "date" => Kinds.Date,
        _ => Kinds.Undecided,
    };

    /// <summary>Lines end at the frame; markers, text and the free side of a value axis want room.</summary>
    public bool WantsRoom { get; set; } = !horizontal;

    /// <summary>Cells and bars bring their own half width.</summary>
    public bool IsTight { get; set; }

    /// <summary>Pictures begin at the top.</summary>
    public bool RunsDown { get; set; }

    /// <summary>Bars stand on the zero line, so the axis starts there.</summary>
    public bool StandsOnZero { get; set; }

    public IReadOnlyList<string> Categories => _categories;

    public double Low => _low;

    public double High => _high;

    public double Start { get; private set; }

    public double End { get; private set; }

    /// <summary>The place of a value, or not-a-number for a gap.</summary>
    public double Place(JsonElement item)
    {
        Decide(item);
        switch (Kind)
        {
            case Kinds.Category:
                return PlaceOfCategory(Look.TextOf(item));
            case Kinds.Date:
                return DateTime.TryParse(Look.TextOf(item), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
                    ? (date - DateTime.UnixEpoch).TotalMilliseconds : double.NaN;
            default:
                return Place(Look.ToNumber(item) ?? double.NaN);
        }
    }

    public double Place(double value) => Kind != Kinds.Log ? value : value > 0 ? Math.Log10(value) : double.NaN;

    /// <summary>Makes room for a place.</summary>
    public void Include(double place)
    {
        if (!double.IsFinite(place))
            return;
        _low = Math.Min(_low, place);
        _high = Math.Max(_high, place);
    }

    public double Pixel(double place) => Start + ((place - _low) / (_high - _low) * (End - Start));

    /// <summary>Settles the range; afterwards places have pixels.</summary>
    public void Fix(double from, double to)
    {
        if (!double.IsFinite(_low))
            (_low, _high) = (0, 1);
        var range = Layout["range"].Items;
        if (range.Length == 2 && Look.ToNumber(range[0]) is { } low && Look.ToNumber(range[1]) is { } high && low != high)
        {
            (_low, _high) = (low, high);
        }
        else
        {
            Widen();
            if (Layout["rangemode"].Text is "tozero" or "nonnegative" && _low > 0 && Kind == Kinds.Linear)
                _low = 0;
            string auto = Layout["autorange"].Text ?? "";
            if (auto.Contains("reversed", StringComparison.Ordinal) || (RunsDown && auto.Length == 0))
                (_low, _high) = (_high, _low);
        }
        Span(from, to);
    }

    /// <summary>Puts the settled range between two pixels, left to right or top to bottom.</summary>
    public void Span(double from, double to) => (Start, End) = Horizontal ? (from, to) : (to, from);

    /// <summary>Where the axis is labelled, and how.</summary>
    public (double Place, string Label)[] Marks()
    {
        double low = Math.Min(_low, _high), high = Math.Max(_low, _high);
        if (Layout["tickvals"].IsArray)
        {
            string[] texts = Layout["ticktext"].Texts;
            return [.. Layout["tickvals"].Items.Select((v, i) => (Place(v), i < texts.Length ? texts[i] : Look.TextOf(v))).Where(m => m.Item1 >= low && m.Item1 <= high)];
        }
        int about = Math.Max(2, (int)(Math.Abs(End - Start) / (Horizontal ? 75 : 45)));
        if (Layout["nticks"].Number is > 0 and var most)
            about = Math.Min(about, (int)most);
        return Kind switch
        {
            Kinds.Log => [.. LogMarks(low, high, about)],
            Kinds.Category => [.. CategoryMarks()],
            Kinds.Date => [.. DateTicks.Between(low, high, about)],
            _ => [.. LinearMarks(low, high, about)],
        };
    }

    private IEnumerable<(double, string)> LinearMarks(double low, double high, int about)
    {
        double step = Layout["dtick"].Number is > 0 and var own ? own : Ticks.Step(high - low, about);
        return Ticks.Between(low, high, step).Select(t => (t, Format(t, step)));
    }

    private string Format(double value, double step)
    {
        string format = Layout["tickformat"].Text ?? "";
        string text = format.EndsWith('%') ? Math.Round(value * 100, 2).ToString(CultureInfo.InvariantCulture) + "%" : Ticks.Label(value, step);
        return Layout["tickprefix"].Text + text + Layout["ticksuffix"].Text;
    }

    private static IEnumerable<(double, string)> LogMarks(double low, double high, int about)
    {
        if (high - low < 1.2)
        {
            foreach (int factor in (int[])[1, 2, 5])
            {
                for (int e = (int)Math.Floor(low); e <= high; e++)
                {
                    double place = Math.Log10(factor) + e;
                    if (place >= low - 1e-9 && place <= high + 1e-9)
                        yield return (place, Ticks.Label(factor * Math.Pow(10, e), Math.Pow(10, e)));
                }
            }
            yield break;
        }
        int every = Math.Max(1, (int)Math.Ceiling((high - low) / about));
        bool full = low >= -3.5 && high <= 4.5;
        for (int e = (int)Math.Ceiling(low - 1e-9); e <= high + 1e-9; e++)
        {
            if (e % every == 0)
                yield return (e, Ticks.PowerLabel(e, full));
        }
    }

    private IEnumerable<(double, string)> CategoryMarks()
    {
        double room = Math.Abs(End - Start) / Math.Max(1, _categories.Count);
        double need = Horizontal ? 13 : 12;
        int every = Math.Max(1, (int)Math.Ceiling(need / Math.Max(room, 0.01)));
        return _categories.Select((c, i) => ((double)i, c)).Where(m => (int)m.Item1 % every == 0);
    }

    private void Decide(JsonElement item)
    {
        if (Kind != Kinds.Undecided || item.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return;
        string text = Look.TextOf(item);
        Kind = item.ValueKind != JsonValueKind.String || text is "NaN" or "Infinity" or "-Infinity" ? Kinds.Linear
            : text.Length >= 8 && text[4] == '-' && DateTime.TryParse(text, CultureInfo.InvariantCulture, out _) ? Kinds.Date
            : Kinds.Category;
    }

    private double PlaceOfCategory(string name)
    {
        int i = _categories.IndexOf(name);
        if (i < 0)
        {
            i = _categories.Count;
            _categories.Add(name);
        }
        return i;
    }

    private void Widen()
    {
        if (_high - _low < 1e-12 * Math.Max(1, Math.Abs(_high)))
        {
            double half = Kind == Kinds.Log ? 0.5 : _low == 0 ? 1 : Math.Abs(_low) * 0.5;
            (_low, _high) = StandsOnZero && _low >= 0 ? (Math.Min(0, _low), _high + half) : (_low - half, _high + half);
            return;
        }
        if (IsTight)
            return;
        double pad = (_high - _low) * (WantsRoom ? 0.055 : 0);
        bool onZero = StandsOnZero && Kind != Kinds.Log;
        (_low, _high) = (onZero && _low >= 0 ? _low : _low - pad, onZero && _high <= 0 ? _high : _high + pad);
    }
}
