using System.Text;

namespace Plotly.NET.Rendering;

/// <summary>Surfaces and points in space, seen from plotly's usual eye, without turning.</summary>
internal sealed class SpaceStill(Look scene, Rgb ink, double left, double top, double width, double height)
{
    private readonly double[] _low = [double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity];

    private readonly double[] _high = [double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity];

    public void Draw(SvgCanvas canvas, IReadOnlyList<(Look Trace, Rgb Color)> traces)
    {
        foreach (var (trace, _) in traces)
            Extend(trace);
        for (int axis = 0; axis < 3; axis++)
        {
            if (!(_high[axis] > _low[axis]))
                (_low[axis], _high[axis]) = (double.IsFinite(_low[axis]) ? _low[axis] - 0.5 : 0, double.IsFinite(_high[axis]) ? _high[axis] + 0.5 : 1);
        }
        Frame(canvas);
        foreach (var (trace, color) in traces)
        {
            if (trace["type"].Text == "surface")
                Surface(canvas, trace);
            else
                Points(canvas, trace, color);
        }
    }

    private void Extend(Look trace)
    {
        var z = trace["z"];
        bool surface = trace["type"].Text == "surface";
        double[][] rows = surface ? z.Rows : [];
        IEnumerable<double>[] parts = surface
            ? [trace["x"].Exists ? trace["x"].Numbers : [0, (rows.Length > 0 ? rows[0].Length : 1) - 1], trace["y"].Exists ? trace["y"].Numbers : [0, rows.Length - 1], rows.SelectMany(r => r)]
            : [trace["x"].Numbers, trace["y"].Numbers, z.Numbers];
        for (int axis = 0; axis < 3; axis++)
        {
            foreach (double value in parts[axis].Where(double.IsFinite))
            {
                _low[axis] = Math.Min(_low[axis], value);
                _high[axis] = Math.Max(_high[axis], value);
            }
        }
    }

    // The eye looks from (1.25, 1.25, 1.25) to the middle, without perspective
    private (double X, double Y, double Depth) Project(double x, double y, double z)
    {
        double u = Unit(0, x), v = Unit(1, y), w = Unit(2, z);
        double across = (v - u) * 0.7071, up = (w * 0.8165) - ((u + v) * 0.4082);
        double size = Math.Min(width / 1.5, height / 1.75);
        return (left + (width / 2) + (across * size), top + (height / 2) - (up * size), u + v + w);
    }

    private double Unit(int axis, double value) => ((value - _low[axis]) / (_high[axis] - _low[axis])) - 0.5;

    private void Frame(SvgCanvas canvas)
    {
        var grid = ink.WithOpacity(0.35);
        void Edge(double x1, double y1, double z1, double x2, double y2, double z2)
        {
            var (p, q) = (Project(x1, y1, z1), Project(x2, y2, z2));
            canvas.Line(p.X, p.Y, q.X, q.Y, grid);
        }

        var (xl, yl, zl, xh, yh, zh) = (_low[0], _low[1], _low[2], _high[0], _high[1], _high[2]);
        Edge(xl, yl, zl, xh, yl, zl);
        Edge(xl, yl, zl, xl, yh, zl);
        Edge(xl, yl, zl, xl, yl, zh);
        Edge(xh, yl, zl, xh, yh, zl);
        Edge(xl, yh, zl, xh, yh, zl);
        Edge(xh, yl, zl, xh, yl, zh);
        Edge(xl, yh, zl, xl, yh, zh);
        Edge(xl, yl, zh, xh, yl, zh);
        Edge(xl, yl, zh, xl, yh, zh);
        Label(canvas, "x", Project((xl + xh) / 2, yh, zl), 0, 24);
        Label(canvas, "y", Project(xh, (yl + yh) / 2, zl), 0, 24);
        Label(canvas, "z", Project(xh, yl, (zl + zh) / 2), -12, 0);
        foreach (var (value, p, dx, dy) in new[] { (zl, Project(xh, yl, zl), -6.0, -2.0), (zh, Project(xh, yl, zh), -6.0, 10.0) })
            canvas.Text(p.X + dx, p.Y + dy, Ticks.Label(value, Ticks.Step(zh - zl, 5)), ink, 10, "end");
        foreach (double value in (double[])[xl, xh])
            EndMark(canvas, value, Project(value, yh, zl), xh - xl, 6);
        foreach (double value in (double[])[yl, yh])
            EndMark(canvas, value, Project(xh, value, zl), yh - yl, -6);
    }

    private void EndMark(SvgCanvas canvas, double value, (double X, double Y, double Depth) at, double span, double dx) =>
        canvas.Text(at.X + dx, at.Y + 13, Ticks.Label(value, Ticks.Step(span, 5)), ink, 10, dx > 0 ? "start" : "end");

    private void Label(SvgCanvas canvas, string axis, (double X, double Y, double Depth) at, double dx, double dy) =>
        canvas.Text(at.X + dx, at.Y + dy, scene[axis + "axis"]["title"]["text"].Text ?? axis, ink, 12, dx < 0 ? "end" : "middle");

    private void Surface(SvgCanvas canvas, Look trace)
    {
        double[][] z = trace["z"].Rows;
        if (z.Length < 2 || z[0].Length < 2)
            return;
        double[] xs = trace["x"].Exists ? trace["x"].Numbers : [.. Enumerable.Range(0, z[0].Length).Select(i => (double)i)];
        double[] ys = trace["y"].Exists ? trace["y"].Numbers : [.. Enumerable.Range(0, z.Length).Select(i => (double)i)];
        var colors = Scale.Of(trace["colorscale"], trace["reversescale"].Flag == true);
        // A fine surface is thinned: the still shows its shape, not every value
        int step = Math.Max(1, Math.Max(z.Length, z[0].Length) / 40);
        var faces = new List<(double Depth, string Path, Rgb Color)>();
        for (int r = 0; r + step < Math.Min(z.Length, ys.Length); r += step)
        {
            for (int c = 0; c + step < Math.Min(z[r].Length, xs.Length); c += step)
            {
                (int R, int C)[] corners = [(r, c), (r, c + step), (r + step, c + step), (r + step, c)];
                if (corners.Any(k => !double.IsFinite(z[k.R][k.C])))
                    continue;
                var points = corners.Select(k => Project(xs[k.C], ys[k.R], z[k.R][k.C])).ToArray();
                double value = corners.Average(k => z[k.R][k.C]);
                string path = "M" + string.Join('L', points.Select(p => $"{SvgCanvas.N(p.X)} {SvgCanvas.N(p.Y)}")) + "Z";
                faces.Add((points.Average(p => p.Depth), path, colors.At((value - _low[2]) / (_high[2] - _low[2]))));
            }
        }
        foreach (var (_, path, color) in faces.OrderBy(f => f.Depth))
            canvas.Path(path, color, color.Mix(new Rgb(0, 0, 0), 0.25), 0.4);
    }

    private void Points(SvgCanvas canvas, Look trace, Rgb color)
    {
        var points = trace["x"].Numbers.Zip(trace["y"].Numbers, trace["z"].Numbers).Select(p => Project(p.First, p.Second, p.Third)).ToArray();
        string mode = trace["mode"].Text ?? "lines+markers";
        if (mode.Contains("lines", StringComparison.Ordinal))
        {
            var path = new StringBuilder();
            foreach (var p in points)
                path.Append(path.Length == 0 ? 'M' : 'L').Append(SvgCanvas.N(p.X)).Append(' ').Append(SvgCanvas.N(p.Y));
            canvas.Path(path.ToString(), null, Rgb.Parse(trace["line"]["color"].Text) ?? color, trace["line"]["width"].Number ?? 2);
        }
        if (!mode.Contains("markers", StringComparison.Ordinal))
            return;
        foreach (var p in points.OrderBy(p => p.Depth))
            canvas.Circle(p.X, p.Y, (trace["marker"]["size"].Number ?? 8) / 2.5, Rgb.Parse(trace["marker"]["color"].Text) ?? color);
    }
}
