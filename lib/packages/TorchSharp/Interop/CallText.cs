using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>A call as an error shows it: <c>mm(Float32[2, 3], Float32[2, 3])</c>.</summary>
internal static class CallText
{
    private const int ShownTensors = 4;

    internal static string Of(string name, ReadOnlySpan<Arg> arguments)
    {
        var texts = new string[arguments.Length];
        for (int i = 0; i < texts.Length; i++) texts[i] = Of(arguments[i]);
        return $"{name}({string.Join(", ", texts)})";
    }

    internal static string Of(Tensor? tensor)
    {
        if (tensor is null) return "none";
        try
        {
            return $"{tensor.dtype}[{string.Join(", ", tensor.shape)}]";
        }
        catch (ObjectDisposedException) // on another thread, during the call
        {
            return "disposed";
        }
    }

    private static string Of(in Arg argument) => argument.Kind switch
    {
        ValueKind.None => "none",
        ValueKind.Tensor => Of((Tensor)argument.Object!),
        ValueKind.Int => argument.Bits.ToString(CultureInfo.InvariantCulture),
        ValueKind.Double => BitConverter.Int64BitsToDouble(argument.Bits).ToString("G6", CultureInfo.InvariantCulture),
        ValueKind.Bool => argument.Bits != 0 ? "true" : "false",
        ValueKind.String => (string)argument.Object!,
        ValueKind.Ints => $"[{string.Join(", ", (long[])argument.Object!)}]",
        ValueKind.Tensors => Of((Tensor?[])argument.Object!),
        _ => "…",
    };

    private static string Of(Tensor?[] tensors)
    {
        string shown = string.Join(", ", tensors.Take(ShownTensors).Select(Of));
        return tensors.Length > ShownTensors ? $"[{shown}, …]" : $"[{shown}]";
    }
}
