using Plotly.NET.LayoutObjects;

namespace Plotly.NET.Traces;

// Charts side by side
internal static partial class TraceBuilder
{
    public static GenericChart Grid(Arguments a) => GridOf(a, (int)a.Take("nRows")!, (int)a.Take("nCols")!);

    public static GenericChart SingleStack(Arguments a)
    {
        var charts = ((IEnumerable<GenericChart>)a.Take("gCharts")!).ToArray();
        if (!a.Has("Pattern"))
            a.Add("Pattern", StyleParam.LayoutGridPattern.Coupled);
        return GridOf(a.Add("gCharts", charts), charts.Length, 1);
    }

    private static GenericChart GridOf(Arguments a, int rows, int columns)
    {
        var charts = ((IEnumerable<GenericChart>)a.Take("gCharts")!).ToArray();
        if (charts.Length > rows * columns)
            throw new ArgumentException($"A grid of {rows} by {columns} has no room for {charts.Length} charts.");
        bool coupled = a.Take("Pattern") is StyleParam.LayoutGridPattern pattern && pattern == StyleParam.LayoutGridPattern.Coupled;
        string[] titles = a.TryTake("SubPlotTitles", out IEnumerable<string>? given) ? [.. given] : [];
        object? font = a.Take("SubPlotTitleFont");
        double offset = a.Take("SubPlotTitleOffset", 0.0);
        var cells = new GridCells(rows, columns, coupled, a);
        var grid = new LayoutGrid();
        grid.PutValue("rows", rows);
        grid.PutValue("columns", columns);
        grid.PutValue("pattern", coupled ? StyleParam.LayoutGridPattern.Coupled : StyleParam.LayoutGridPattern.Independent);
        a.PutRest(grid);
        var placed = GenericChart.combine(charts.Select((chart, i) => Place(chart, i, columns, coupled)));
        return placed.WithLayout(layout =>
        {
            layout.PutValue("grid", grid);
            var notes = titles.Select((title, i) => cells.Title(i, title, font, offset)).ToArray();
            if (notes.Length == 0)
                return;
            object[] before = layout.TryGet("annotations", out object? own) ? [.. ((System.Collections.IEnumerable)own).Cast<object>()] : [];
            layout.PutValue("annotations", before.Concat(notes).ToArray());
        });
    }

    // The chart's own axes become the cell's; scenes and pies are put into the cell by its row and column
    private static GenericChart Place(GenericChart chart, int index, int columns, bool coupled)
    {
        int row = index / columns, column = index % columns;
        int x = coupled ? column + 1 : index + 1;
        int y = coupled ? row + 1 : index + 1;
        string xAxis = StyleParam.SubPlotId.NewXAxis(x).ToString(), yAxis = StyleParam.SubPlotId.NewYAxis(y).ToString();
        string scene = StyleParam.SubPlotId.NewScene(index + 1).ToString();
        bool flat = chart.Traces.Any(t => t is Trace2D), solid = chart.Traces.Any(t => t is Trace3D);
        var placed = chart.WithTraces(trace =>
        {
            if (trace is Trace2D)
            {
                trace.PutValue("xaxis", StyleParam.LinearAxisId.NewX(x));
                trace.PutValue("yaxis", StyleParam.LinearAxisId.NewY(y));
            }
            else if (trace is Trace3D)
            {
                trace.PutValue("scene", scene);
            }
            else
            {
                trace.PutValue("domain.row", row);
                trace.PutValue("domain.column", column);
            }
        });
        return placed.WithLayout(layout =>
        {
            if (flat)
            {
                Rename(layout, "xaxis", xAxis, () => new LinearAxis());
                Rename(layout, "yaxis", yAxis, () => new LinearAxis());
            }
            if (solid)
            {
                Rename(layout, "scene", scene, () => new Scene());
                layout.PutValue($"{scene}.domain.row", row);
                layout.PutValue($"{scene}.domain.column", column);
            }
        });
    }

    private static void Rename(Layout layout, string from, string to, Func<DynamicObj.DynamicObj> make)
    {
        object value = layout.TryGet(from, out object? own) ? own : make();
        if (from != to)
            layout.RemoveProperty(from);
        layout.SetProperty(to, value);
    }

    /// <summary>Where plotly.js puts the cells of a grid, as fractions of the paper.</summary>
    private sealed class GridCells(int rows, int columns, bool coupled, Arguments a)
    {
        // plotly.js's own gaps; the caller's are read without taking them from the grid's other attributes
        private readonly double _xGap = Gap(a, "XGap", coupled ? 0.1 : 0.2);

        private readonly double _yGap = Gap(a, "YGap", coupled ? 0.1 : 0.3);

        public Annotation Title(int index, string text, object? font, double offset)
        {
            double width = 1 / (columns - _xGap), height = 1 / (rows - _yGap);
            int row = index / columns, column = index % columns;
            var note = new Annotation();
            note.PutValue("x", (width * column) + (width * (1 - _xGap) / 2));
            note.PutValue("y", (height * (rows - 1 - row)) + (height * (1 - _yGap)) + offset);
            note.PutValue("xref", "paper");
            note.PutValue("yref", "paper");
            note.PutValue("xanchor", StyleParam.XAnchorPosition.Center);
            note.PutValue("yanchor", StyleParam.YAnchorPosition.Bottom);
            note.PutValue("text", text);
            note.PutValue("showarrow", false);
            note.PutValue("font", font);
            return note;
        }

        private static double Gap(Arguments a, string name, double otherwise)
        {
            if (!a.TryTake(name, out double gap))
                return otherwise;
            a.Add(name, gap);
            return gap;
        }
    }
}
