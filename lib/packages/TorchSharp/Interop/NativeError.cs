using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace TorchSharp.Interop;

/// <summary>
/// The one place where a native status becomes an exception: libtorch's message without C++ stacks, file names and requests to file
/// bugs, and in its first line the call that failed, with its shapes.
/// </summary>
internal static unsafe partial class NativeError
{
    internal static void Check(int status)
    {
        if (status != 0) throw Of("");
    }

    /// <summary>The exception for the error of this thread's last native call.</summary>
    internal static ExternalException Of(string call)
    {
        string text = Readable(Marshal.PtrToStringUTF8((IntPtr)Native.rt_error()) ?? "");
        if (call.Length == 0) return new ExternalException(text);
        int line = text.IndexOf('\n', StringComparison.Ordinal);
        return new ExternalException(text.Insert(line < 0 ? text.Length : line, $" — in {call}"));
    }

    private static string Readable(string text)
    {
        if (text.Length == 0) return "libtorch failed and had no memory left to say why";
        if (Allocation().Match(text) is { Success: true } found) return $"not enough memory: tried to allocate {found.Groups[1].Value} bytes";
        text = Stack().Replace(text, "");
        text = Assertion().Replace(text, "");
        text = Enforce().Replace(text, "").TrimEnd('\n', ' ');
        return text.Length == 0 ? "libtorch refused the arguments" : text;
    }

    [GeneratedRegex(@"you tried to allocate (\d+) bytes")]
    private static partial Regex Allocation();

    [GeneratedRegex(@"\n?(Exception raised from|C\+\+ exception|frame #)[\s\S]*")]
    private static partial Regex Stack();

    [GeneratedRegex(@"^[\s\S]*INTERNAL ASSERT FAILED at ""[^""]*"":\d+, please report a bug to PyTorch\. ?")]
    private static partial Regex Assertion();

    [GeneratedRegex(@"^\[enforce fail at [^\]]*\] ?\.? ?")]
    private static partial Regex Enforce();
}
