using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace RnnNotebooks.Formatting;

/// <summary>
/// An exception as its reader needs it: what went wrong, then the frames of the reader's own code and of the libraries
/// it calls, without the script host, the notebook engine and the plumbing of async.
/// </summary>
public static class ExceptionText
{
    private static readonly string[] HostNamespaces =
    [
        "System", "Microsoft.CodeAnalysis", "Microsoft.DotNet.Interactive", "Microsoft.CSharp", "RnnNotebooks.Engine", "RnnNotebooks.Cli",
    ];

    /// <summary>Type, message and frames, inner exceptions after "caused by".</summary>
    public static string Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        StringBuilder text = new();
        Append(text, exception, "");
        return text.ToString();
    }

    /// <summary>The frames a reader cares about, innermost first; all of them where none is the reader's own.</summary>
    public static IReadOnlyList<string> Frames(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        StackFrame[] frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames();
        string[] own = [.. frames.Where(IsOwn).Select(Describe)];
        return own;
    }

    private static void Append(StringBuilder text, Exception exception, string prefix)
    {
        text.Append(prefix).Append(TypeNames.Qualified(exception.GetType())).Append(": ").Append(exception.Message);
        foreach (string frame in Frames(exception))
        {
            text.Append("\n   at ").Append(frame);
        }

        IEnumerable<Exception> inner = exception is AggregateException aggregate
            ? aggregate.InnerExceptions
            : exception.InnerException is { } single ? [single] : [];
        foreach (Exception cause in inner)
        {
            text.Append('\n');
            Append(text, cause, "caused by ");
        }
    }

    private static bool IsOwn(StackFrame frame)
    {
        if (frame.GetMethod() is not { } method)
        {
            return false;
        }

        string? space = method.DeclaringType?.Namespace;
        bool isReflection = method.DeclaringType is null && method.Name.StartsWith("InvokeStub_", StringComparison.Ordinal);
        return space is null ? !isReflection : !Array.Exists(HostNamespaces, host => space == host || space.StartsWith(host + ".", StringComparison.Ordinal));
    }

    private static string Describe(StackFrame frame)
    {
        MethodBase method = frame.GetMethod()!;
        string name = NameOf(method);
        int line = frame.GetFileLineNumber();
        string? file = frame.GetFileName();
        return (string.IsNullOrEmpty(file), line) switch
        {
            (false, > 0) => $"{name} in {file}:line {line}",
            (true, > 0) => $"{name}, line {line}",
            _ => name,
        };
    }

    private static string NameOf(MethodBase method)
    {
        Type? declaring = method.DeclaringType;
        if (declaring is null)
        {
            return method.Name;
        }

        // The compiler moves the body of an async method or an iterator into a nested type named <Method>d__1, and a
        // lambda into a method named <Method>b__1_0.
        string raw = method.Name == "MoveNext" && declaring.Name.StartsWith('<') ? declaring.Name : method.Name;
        Type? shown = declaring;
        while (shown is not null && shown.Name.StartsWith('<'))
        {
            shown = shown.DeclaringType;
        }

        bool inCell = shown is not null && TypeNames.IsScriptClass(shown);
        string member = Unmangle(raw);
        if (member is "Initialize" or "Factory" && inCell)
        {
            return "the cell";
        }

        bool lambda = raw.Contains(">b__", StringComparison.Ordinal);
        string owner = inCell || shown is null ? "" : TypeNames.Of(shown) + ".";
        string parameters = raw == method.Name && !lambda ? $"({string.Join(", ", method.GetParameters().Select(p => $"{TypeNames.Of(p.ParameterType)} {p.Name}"))})" : "";
        string full = member is "Initialize" ? "the cell" : owner + member + parameters;
        return lambda ? $"a lambda in {full}" : full;
    }

    private static string Unmangle(string name)
    {
        int close = name.LastIndexOf('>');
        if (!name.StartsWith('<') || close < 0)
        {
            return name;
        }

        // A local function is <Method>g__Name|1_0.
        string after = name[(close + 1)..];
        if (after.StartsWith("g__", StringComparison.Ordinal))
        {
            int bar = after.IndexOf('|', StringComparison.Ordinal);
            return bar < 0 ? after[3..] : after[3..bar];
        }

        return name[..close].Trim('<', '>');
    }
}
