using System.Text;

namespace Plotly.NET.Rendering;

/// <summary>
/// Bands of colour between lines of equal value. Each square of four neighbours is cut into four triangles, over which the values are
/// taken as flat, so that every line crosses a triangle straight.
/// </summary>
internal sealed class ContourStill(Look trace, Rgb color, Rgb gapColor) : MatrixStill(trace, color, gapColor)
{
    private readonly record struct Corner(double X, double Y, double Z);

    protected override double[] XExtent => XMiddles;

    protected override double[] YExtent => YMiddles;

    public override void Draw(SvgCanvas canvas, AxisScale x, AxisScale y)
    {
        Corner[][] triangles = [.. Triangles(x, y)];
        double step = Ticks.Step(High - Low, (int)(Trace["ncontours"].Number ?? 12));
        bool lines = Trace["contours"]["showlines"].Flag ?? true;
        // From the lowest band upwards: what lies above a level is painted over what lies below it
        for (double level = Math.Floor(Low / step) * step; level < High; level += step)
        {
            StringBuilder area = new(), line = new();
            foreach (var triangle in triangles)
                Above(triangle, level, area, line);
            var band = CellColor(level + (step / 2), Colors);
            canvas.Path(area.ToString(), band, band, 0.6);
            if (lines && line.Length > 0)
                canvas.Path(line.ToString(), null, new Rgb(0, 0, 0, 0.45), 0.7);
        }
    }

    private IEnumerable<Corner[]> Triangles(AxisScale x, AxisScale y)
    {
        double[] xs = [.. XMiddles.Select(x.Pixel)], ys = [.. YMiddles.Select(y.Pixel)];
        for (int r = 0; r + 1 < Values.Length; r++)
        {
            for (int c = 0; c + 1 < Math.Min(Values[r].Length, Values[r + 1].Length); c++)
            {
                Corner[] square = [At(r, c), At(r, c + 1), At(r + 1, c + 1), At(r + 1, c)];
                var middle = new Corner(square.Average(p => p.X), square.Average(p => p.Y), square.Average(p => p.Z));
                if (!double.IsFinite(middle.Z))
                    continue;
                for (int i = 0; i < 4; i++)
                    yield return [square[i], square[(i + 1) % 4], middle];
            }
        }

        Corner At(int r, int c) => new(xs[c], ys[r], Values[r][c]);
    }

    // The part of a triangle that is not below the level, and the line on which it equals it
    private static void Above(Corner[] triangle, double level, StringBuilder area, StringBuilder line)
    {
        var part = new List<Corner>(4);
        var crossings = new List<Corner>(2);
        for (int i = 0; i < triangle.Length; i++)
        {
            Corner from = triangle[i], to = triangle[(i + 1) % triangle.Length];
            if (from.Z >= level)
                part.Add(from);
            if (from.Z >= level == to.Z >= level)
                continue;
            double share = (level - from.Z) / (to.Z - from.Z);
            var crossing = new Corner(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)), level);
            part.Add(crossing);
            crossings.Add(crossing);
        }
        Write(area, part, closed: true);
        Write(line, crossings, closed: false);
    }

    private static void Write(StringBuilder path, List<Corner> corners, bool closed)
    {
        if (corners.Count < 2)
            return;
        for (int i = 0; i < corners.Count; i++)
            path.Append(i == 0 ? 'M' : 'L').Append(SvgCanvas.N(corners[i].X)).Append(' ').Append(SvgCanvas.N(corners[i].Y));
        if (closed)
            path.Append('Z');
    }
}
