namespace Plotly.NET;

/// <summary>What every new chart starts from, unless it is made with <c>UseDefaults: false</c>.</summary>
public static class Defaults
{
    static Defaults() => reset();

    /// <summary>Pixels.</summary>
    public static int DefaultWidth { get; set; }

    /// <summary>Pixels.</summary>
    public static int DefaultHeight { get; set; }

    public static Config DefaultConfig { get; set; } = null!;

    public static DisplayOptions DefaultDisplayOptions { get; set; } = null!;

    public static Template DefaultTemplate { get; set; } = null!;

    public static void reset()
    {
        DefaultWidth = 600;
        DefaultHeight = 600;
        DefaultConfig = Config.init(Responsive: true);
        DefaultDisplayOptions = new DisplayOptions();
        DefaultTemplate = ChartTemplates.plotly;
    }
}
