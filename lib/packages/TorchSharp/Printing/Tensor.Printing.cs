using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, element type and device, without elements; <c>str()</c> shows those.</summary>
        public override string ToString() => IsInvalid ? "[disposed]" : ToString(TensorStringStyle.Metadata);

        /// <summary>The tensor as text.</summary>
        /// <param name="style">The style.</param>
        /// <param name="fltFormat">A .NET format of a real number; "g5" when none is given.</param>
        /// <param name="width">Characters a line may have in Julia's style.</param>
        /// <param name="cultureInfo">How numbers are written; the current culture when none is given.</param>
        /// <param name="newLine">What separates lines.</param>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string newLine = "") =>
            new TensorText(this, fltFormat, width, cultureInfo, newLine.Length == 0 ? null : newLine)
                .Write(style == TensorStringStyle.Default ? torch.TensorStringStyle : style);

        /// <summary>The default style; the flag only tells this overload from ToString().</summary>
        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string newLine = "")
        {
            _ = disamb;
            return ToString(TensorStringStyle.Default, fltFormat, width, cultureInfo, newLine);
        }
    }
}

public static partial class TensorExtensionMethods
{
    /// <summary>Writes the tensor to the console and returns it.</summary>
    public static torch.Tensor print(
        this torch.Tensor t, string? fltFormat = null, int? width = null, string newLine = "", CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(t.ToString(style, fltFormat, width, cultureInfo, newLine));
        return t;
    }

    public static string str(
        this torch.Tensor tensor, string? fltFormat = null, int? width = null, string newLine = "", CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default) => tensor.ToString(style, fltFormat, width, cultureInfo, newLine);

    /// <summary>In Julia's style.</summary>
    public static string jlstr(
        this torch.Tensor tensor, string? fltFormat = null, int? width = null, string newLine = "", CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    /// <summary>In NumPy's style.</summary>
    public static string npstr(
        this torch.Tensor tensor, string? fltFormat = null, int? width = null, string newLine = "", CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

    /// <summary>As an array in C#.</summary>
    public static string cstr(
        this torch.Tensor tensor, string? fltFormat = null, int? width = null, string newLine = "", CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

    /// <summary>Shape, element type and device.</summary>
    public static string metastr(this torch.Tensor tensor) => tensor.ToString(TensorStringStyle.Metadata);
}
