namespace Plotly.NET;

/// <summary>The colour scales of the default template.</summary>
internal static class PlotlyScales
{
    public static StyleParam.Colorscale Diverging { get; } = Of("#8e0152", "#c51b7d", "#de77ae", "#f1b6da", "#fde0ef", "#f7f7f7", "#e6f5d0", "#b8e186",
        "#7fbc41", "#4d9221", "#276419");

    public static StyleParam.Colorscale Sequential { get; } = Of("#0d0887", "#46039f", "#7201a8", "#9c179e", "#bd3786", "#d8576b", "#ed7953", "#fb9f3a",
        "#fdca26", "#f0f921");

    private static StyleParam.Colorscale Of(params string[] colors) =>
        StyleParam.Colorscale.NewCustom([.. colors.Select((color, i) => Tuple.Create((double)i / (colors.Length - 1), Color.fromString(color)))]);
}
