namespace TorchSharp;

/// <summary>How tensors are written out.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device; no elements.</summary>
    Metadata,

    /// <summary>Columns, as Julia shows arrays.</summary>
    Julia,

    /// <summary>Nested brackets, as NumPy shows arrays.</summary>
    Numpy,

    /// <summary>An array in C#.</summary>
    CSharp,

    /// <summary>What <see cref="torch.TensorStringStyle"/> says.</summary>
    Default
}

/// <summary>Settings that torch.set_printoptions takes together.</summary>
public enum PrintOptionsProfile
{
    @default,
    @short,
    full
}

/// <summary>What torch.set_printoptions sets.</summary>
internal static class PrintOptions
{
    internal const int DefaultLineWidth = 100;
    internal const int DefaultRows = 6;

    internal static string FloatFormat { get; set; } = "g5";

    internal static int LineWidth { get; set; } = DefaultLineWidth;

    internal static string NewLine { get; set; } = Environment.NewLine;

    internal static int MaxRows { get; set; } = DefaultRows;

    internal static int MaxColumns { get; set; } = DefaultRows;
}

public static partial class torch
{
    public const TensorStringStyle julia = TensorStringStyle.Julia;
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    private static TensorStringStyle style = TensorStringStyle.Julia;

    /// <summary>The style of <c>str</c> and <c>print</c>; Julia at first.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => style;
        set => style = value == TensorStringStyle.Default ? TensorStringStyle.Julia : value;
    }

    /// <summary>Each argument that is given replaces that setting.</summary>
    /// <param name="style">The style of str and print.</param>
    /// <param name="floatFormat">A .NET format of a real number, such as "g5" or "0.000".</param>
    /// <param name="linewidth">Characters a line may have in Julia's style.</param>
    /// <param name="newLine">What separates lines.</param>
    /// <param name="maxRows">Rows shown before the middle ones are left out.</param>
    /// <param name="maxColumns">Elements of a row shown before the middle ones are left out.</param>
    public static void set_printoptions(
        TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null, int? maxColumns = null)
    {
        if (style is { } s) TensorStringStyle = s;
        PrintOptions.FloatFormat = floatFormat ?? PrintOptions.FloatFormat;
        PrintOptions.LineWidth = linewidth ?? PrintOptions.LineWidth;
        PrintOptions.NewLine = newLine ?? PrintOptions.NewLine;
        PrintOptions.MaxRows = maxRows ?? PrintOptions.MaxRows;
        PrintOptions.MaxColumns = maxColumns ?? PrintOptions.MaxColumns;
    }

    /// <summary>Sets how tensors are printed from here on.</summary>
    /// <param name="precision">Digits of a real number.</param>
    /// <param name="linewidth">Characters a line may have.</param>
    /// <param name="newLine">What separates lines.</param>
    /// <param name="sci_mode">Scientific notation.</param>
    /// <param name="maxRows">Rows shown.</param>
    /// <param name="maxColumns">Elements of a row shown.</param>
    public static void set_printoptions(
        int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null) =>
        set_printoptions(null, (sci_mode ? "E" : "F") + precision, linewidth, newLine, maxRows, maxColumns);
}
