namespace Plotly.NET.Rendering;

/// <summary>The part of the picture that the subplots share: what plotly.js calls the paper.</summary>
internal sealed record PlotFrame(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    /// <summary>Pixels of a pair of axes: their own domains, or their cell of the grid.</summary>
    public (double X, double Y, double Width, double Height) Area(Look xAxis, Look yAxis, Look layout, string xId, string yId)
    {
        var grid = layout["grid"];
        var (x0, x1) = Domain(xAxis["domain"]) ?? (0, 1);
        var (y0, y1) = Domain(yAxis["domain"]) ?? (0, 1);
        if (grid.Exists && !xAxis["domain"].Exists && !xAxis["overlaying"].Exists && !yAxis["overlaying"].Exists)
        {
            int columns = (int)(grid["columns"].Number ?? 1);
            bool coupled = grid["pattern"].Text != "independent";
            int x = Number(xId) - 1, y = Number(yId) - 1;
            var (cellX0, cellX1, cellY0, cellY1) = GridCell(grid, coupled ? y : x / columns, coupled ? x : x % columns);
            (x0, x1) = (cellX0, cellX1);
            if (!yAxis["domain"].Exists)
                (y0, y1) = (cellY0, cellY1);
        }
        return Box(x0, x1, y0, y1);
    }

    /// <summary>Pixels of a scene or a pie.</summary>
    public (double X, double Y, double Width, double Height) Cell(Look domain, Look grid)
    {
        if (domain["row"].Number is { } row && domain["column"].Number is { } column && grid.Exists)
        {
            var (x0, x1, y0, y1) = GridCell(grid, (int)row, (int)column);
            return Box(x0, x1, y0, y1);
        }
        var (left, right) = Domain(domain["x"]) ?? (0, 1);
        var (bottom, top) = Domain(domain["y"]) ?? (0, 1);
        return Box(left, right, bottom, top);
    }

    private (double X, double Y, double Width, double Height) Box(double x0, double x1, double y0, double y1) =>
        (Left + (x0 * Width), Top + ((1 - y1) * Height), (x1 - x0) * Width, (y1 - y0) * Height);

    // plotly.js's gaps: a tenth between coupled cells; independent ones need room for labels
    private static (double X0, double X1, double Y0, double Y1) GridCell(Look grid, int row, int column)
    {
        int rows = (int)(grid["rows"].Number ?? 1), columns = (int)(grid["columns"].Number ?? 1);
        bool independent = grid["pattern"].Text == "independent";
        double xGap = grid["xgap"].Number ?? (independent ? 0.2 : 0.1), yGap = grid["ygap"].Number ?? (independent ? 0.3 : 0.1);
        double width = 1 / (columns - xGap), height = 1 / (rows - yGap);
        int fromBottom = grid["roworder"].Text == "bottom to top" ? row : rows - 1 - row;
        return (width * column, (width * column) + (width * (1 - xGap)), height * fromBottom, (height * fromBottom) + (height * (1 - yGap)));
    }

    private static (double, double)? Domain(Look domain) => domain.Numbers is [var low, var high] ? (low, high) : null;

    private static int Number(string id) => id.Length == 1 ? 1 : int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture);
}
