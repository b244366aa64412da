using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Round times for axes. A time is the number of milliseconds since 1970.</summary>
internal static class DateTicks
{
    private const double Second = 1000, Minute = 60 * Second, Hour = 60 * Minute, Day = 24 * Hour, Month = 30.4 * Day;

    private static readonly double[] s_steps =
    [
        Second, 2 * Second, 5 * Second, 15 * Second, 30 * Second, Minute, 2 * Minute, 5 * Minute, 15 * Minute, 30 * Minute,
        Hour, 3 * Hour, 6 * Hour, 12 * Hour, Day, 2 * Day, 7 * Day, 14 * Day,
    ];

    private static readonly int[] s_months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

    /// <summary>Round times between two, about so many, each with its label; the day stands under the first and wherever it changes.</summary>
    public static IEnumerable<(double Place, string Label)> Between(double low, double high, int about)
    {
        double rough = Math.Max(high - low, 1) / Math.Max(about, 1);
        double step = s_steps.FirstOrDefault(s => s >= rough);
        return step > 0 ? Steps(low, high, step) : Months(low, high, s_months.FirstOrDefault(m => m * Month >= rough, s_months[^1]));
    }

    private static IEnumerable<(double, string)> Steps(double low, double high, double step)
    {
        // The first of January 1970 was a Thursday; weeks begin on Mondays
        double origin = step >= 7 * Day ? 4 * Day : 0;
        string shown = "";
        foreach (double t in Ticks.Between(low - origin, high - origin, step))
        {
            var date = At(t + origin);
            string coarse = date.ToString(step >= Day ? "yyyy" : "d MMM yyyy", CultureInfo.InvariantCulture);
            string fine = date.ToString(step >= Day ? "d MMM" : step >= Minute ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
            yield return (t + origin, coarse == shown ? fine : $"{fine}<br>{coarse}");
            shown = coarse;
        }
    }

    private static IEnumerable<(double, string)> Months(double low, double high, int every)
    {
        var from = At(low);
        int month = (from.Year * 12) + from.Month - 1;
        for (month -= month % every; month < 9999 * 12; month += every)
        {
            var date = new DateTime(Math.Max(month / 12, 1), (month % 12) + 1, 1, 0, 0, 0, DateTimeKind.Utc);
            double place = (date - DateTime.UnixEpoch).TotalMilliseconds;
            if (place > high)
                yield break;
            if (place >= low)
                yield return (place, date.ToString(every % 12 == 0 ? "yyyy" : "MMM yyyy", CultureInfo.InvariantCulture));
        }
    }

    private static DateTime At(double milliseconds) => DateTime.UnixEpoch.AddMilliseconds(milliseconds);
}
