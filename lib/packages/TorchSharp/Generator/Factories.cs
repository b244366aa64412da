using System.Text;

namespace TorchSharp.Generator;

/// <summary>Writes the overloads of torch.tensor and as_tensor for every element type, and of the factories for every way to give a size.</summary>
internal static class Factories
{
    private const string Options = "ScalarType? dtype = null, Device? device = null, bool requires_grad = false";
    private const string Names = ", string[]? names = null";
    private const string Sized = "dtype, device, requires_grad, names);\n\n";

    private static readonly (string Parameters, string Size)[] SizesBefore =
    [
        ("long[] size", "size"),
        ("ReadOnlySpan<long> size", "size.ToArray()"),
        ("int size", "[size]"),
        ("long size", "[size]"),
        ("int rows, int columns", "[rows, columns]"),
        ("long rows, long columns", "[rows, columns]"),
        ("int dim0, int dim1, int dim2", "[dim0, dim1, dim2]"),
        ("long dim0, long dim1, long dim2", "[dim0, dim1, dim2]"),
        ("int dim0, int dim1, int dim2, int dim3", "[dim0, dim1, dim2, dim3]"),
        ("long dim0, long dim1, long dim2, long dim3", "[dim0, dim1, dim2, dim3]"),
    ];

    internal static IEnumerable<(string File, string Text)> Render()
    {
        yield return ("torch.tensor.g.cs", Wrap(Tensors));
        yield return ("torch.factories.g.cs", Wrap(FromSizes));
    }

    private static string Wrap(Action<StringBuilder> write)
    {
        var text = new StringBuilder(Code.Header).Append("using TorchSharp.Interop;\n\nnamespace TorchSharp;\n\npublic static partial class torch\n{\n");
        write(text);
        text.Length--;
        return text.Append("}\n").ToString();
    }

    private static void Tensors(StringBuilder text)
    {
        foreach (ElementType type in ElementType.All)
        {
            Scalar(text, type);
            Arrays(text, type);
            Lists(text, type);
            if (!type.AsTensor) continue;
            text.Append($"    public static Tensor as_tensor({type.CSharp}[] rawArray, ScalarType? dtype = null, Device? device = null) =>\n");
            text.Append($"        ShareOrCopy(rawArray, ScalarType.{type.ScalarType}, dtype, device);\n\n");
            text.Append($"    public static Tensor as_tensor(IList<{type.CSharp}> rawArray, ScalarType? dtype = null, Device? device = null) =>\n");
            text.Append($"        FromArray(rawArray.ToArray(), [rawArray.Count], ScalarType.{type.ScalarType}, dtype, device, false, null);\n\n");
        }
    }

    private static void Scalar(StringBuilder text, ElementType type)
    {
        if (type.ScalarTakesType is not { } takesType) return;
        string dtype = takesType ? "ScalarType? dtype = null, " : "";
        text.Append($"    public static Tensor tensor({type.CSharp} scalar, {dtype}Device? device = null, bool requires_grad = false) =>\n");
        text.Append($"        FromScalar(scalar, ScalarType.{type.ScalarType}, {(takesType ? "dtype" : "null")}, device, requires_grad);\n\n");
    }

    private static void Arrays(StringBuilder text, ElementType type)
    {
        string array = type.ArrayName;
        text.Append($"    public static Tensor tensor({type.CSharp}[] {array}, {Options}{Names}) =>\n");
        text.Append($"        FromArray({array}, [{array}.Length], ScalarType.{type.ScalarType}, {Sized}");
        text.Append($"    public static Tensor tensor({type.CSharp}[] {array}, ReadOnlySpan<long> dimensions, {Options}{Names}) =>\n");
        text.Append($"        FromArray({array}, dimensions.ToArray(), ScalarType.{type.ScalarType}, {Sized}");
        for (int rank = 2; rank <= 4; rank++)
        {
            text.Append($"    public static Tensor tensor({type.CSharp}[{new string(',', rank - 1)}] rawArray, {Options}{Names}) =>\n");
            text.Append($"        FromArray(rawArray, SizesOf(rawArray), ScalarType.{type.ScalarType}, {Sized}");
        }
        if (!type.FromMemory) return;
        text.Append($"    public static Tensor tensor(Memory<{type.CSharp}> rawArray, ReadOnlySpan<long> dimensions, {Options}{Names}) =>\n");
        text.Append($"        FromMemory(rawArray, dimensions.ToArray(), ScalarType.{type.ScalarType}, {Sized}");
    }

    private static void Lists(StringBuilder text, ElementType type)
    {
        (string Parameters, string Size)[] sizes =
        [
            ("", "[rawArray.Count]"),
            ("ReadOnlySpan<long> dimensions, ", "dimensions.ToArray()"),
            ("long rows, long columns, ", "[rows, columns]"),
            ("long dim0, long dim1, long dim2, ", "[dim0, dim1, dim2]"),
            ("long dim0, long dim1, long dim2, long dim3, ", "[dim0, dim1, dim2, dim3]"),
        ];
        foreach ((string parameters, string size) in sizes)
        {
            if (!type.ListWithDimensions && parameters.StartsWith("ReadOnlySpan", StringComparison.Ordinal)) continue;
            bool array = type.FourSizesFromArray && parameters.Contains("dim3", StringComparison.Ordinal);
            text.Append($"    public static Tensor tensor({(array ? $"{type.CSharp}[]" : $"IList<{type.CSharp}>")} rawArray, {parameters}{Options}{Names}) =>\n");
            text.Append($"        FromArray({(array ? "rawArray" : "rawArray.ToArray()")}, {size}, ScalarType.{type.ScalarType}, {Sized}");
        }
    }

    private static void FromSizes(StringBuilder text)
    {
        foreach ((string parameters, string size) in SizesBefore)
        {
            foreach (string name in new[] { "zeros", "ones", "empty" })
            {
                text.Append($"    public static Tensor {name}({parameters}, {Options}{Names}) =>\n        Filled(Aten.{(name == "empty" ? "empty_memory_format" : name)}, {size}, {Sized}");
            }
            text.Append($"    public static Tensor full({parameters}, Scalar value, {Options}{Names}) =>\n        Full({size}, value, {Sized}");
            foreach (string name in new[] { "rand", "randn" })
            {
                text.Append($"    public static Tensor {name}({parameters}, {Options}, Generator? generator = null{Names}) =>\n");
                text.Append($"        Random(Aten.{name}_generator, {size}, generator, {Sized}");
            }
        }
        foreach (string name in new[] { "zeros", "ones", "empty", "full" })
        {
            New(text, name);
        }
    }

    /// <summary>new_zeros and its kin: the tensor's own dtype and device where none is given.</summary>
    private static void New(StringBuilder text, string name)
    {
        text.Append("    public partial class Tensor\n    {\n");
        string value = name == "full" ? "Scalar value, " : "";
        string given = name == "full" ? "value, " : "";
        foreach ((string parameters, string _) in SizesBefore.Where(s => !s.Parameters.Contains("int ", StringComparison.Ordinal)))
        {
            if (name == "ones" && parameters.Contains(" size", StringComparison.Ordinal) && parameters != "long size") continue;
            string arguments = string.Join(", ", parameters.Split(", ").Select(p => p.Split(' ')[1]));
            text.Append($"        public Tensor new_{name}({parameters}, {value}{Options}) =>\n");
            text.Append($"            {name}({arguments}, {given}dtype ?? this.dtype, device ?? this.device, requires_grad);\n\n");
        }
        text.Length--;
        text.Append("    }\n\n");
    }
}
