using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;
using RnnNotebooks.Formatting;

namespace RnnNotebooks.Engine;

/// <summary>An exception as a person should read it: what happened, then where in their cells, without the engine's own frames.</summary>
/// <param name="Name">The exception's type, such as <c>System.DivideByZeroException</c>.</param>
/// <param name="Message">What it says.</param>
/// <param name="Traceback">The lines to show, the first with name and message.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback)
{
    private const int MostFramesWithLines = 2000; // finding the lines of an overflown stack takes seconds
    private const int MostLines = 40;

    /// <summary>All of it as one text.</summary>
    public string Text => string.Join('\n', Traceback);

    public static CellError From(CommandFailed failed) =>
        failed.Exception switch
        {
            null or MagicException => new CellError("Error", failed.Message, failed.Message.Split('\n')),
            CodeSubmissionCompilationErrorException => new CellError("CompilationError", failed.Message, failed.Message.Split('\n')),
            OperationCanceledException when failed.Message == Stopped.Sentence => new CellError("Interrupted", failed.Message, [failed.Message]),
            var exception => From(exception),
        };

    public static CellError From(Exception exception)
    {
        exception = Unwrap(exception);
        return new CellError(TypeNames.Qualified(exception.GetType()), exception.Message, [.. Lines(exception, "")]);
    }

    private static IEnumerable<string> Lines(Exception exception, string lead)
    {
        IEnumerable<Exception> causes = exception is AggregateException many ? many.InnerExceptions
            : exception.InnerException is { } one ? [one]
            : [];
        return $"{lead}{TypeNames.Qualified(exception.GetType())}: {exception.Message}".Split('\n')
            .Concat(Frames(exception))
            .Concat(causes.SelectMany(cause => Lines(cause, "caused by ")));
    }

    private static Exception Unwrap(Exception exception)
    {
        while (exception is TargetInvocationException or AggregateException { InnerExceptions.Count: 1 } && exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception;
    }

    // The cells' frames first: they are what the reader can change. Then what they called, outermost last.
    private static IEnumerable<string> Frames(Exception exception)
    {
        var all = new StackTrace(exception, fNeedFileInfo: false);
        var trace = all.FrameCount < MostFramesWithLines ? new StackTrace(exception, fNeedFileInfo: true) : all;
        var frames = trace.GetFrames()
            .Where(frame => frame.GetMethod() is { } method && !IsHost(method))
            .Select(frame => (Text: Describe(frame), IsCell: IsCell(frame)))
            .ToArray();
        return Shorten(frames.Where(frame => frame.IsCell).Concat(frames.Where(frame => !frame.IsCell)).Select(frame => "   at " + frame.Text));
    }

    /// <summary>Says a repeated frame once and how often it stood there, and leaves out the middle of what is still long.</summary>
    private static IEnumerable<string> Shorten(IEnumerable<string> frames)
    {
        var runs = new List<(string Text, int Count)>();
        foreach (string frame in frames)
        {
            if (runs.Count > 0 && runs[^1].Text == frame)
            {
                runs[^1] = (frame, runs[^1].Count + 1);
            }
            else
            {
                runs.Add((frame, 1));
            }
        }

        var lines = runs.ConvertAll(run => run.Count == 1 ? run.Text : $"{run.Text} ({run.Count:N0} times)");
        return lines.Count <= MostLines
            ? lines
            : [.. lines.Take(MostLines / 2), $"   … {lines.Count - MostLines:N0} more …", .. lines.Skip(lines.Count - (MostLines / 2))];
    }

    // Cells, and the scripts they load, are the assemblies of a notebook that come from no file.
    private static bool IsCell(StackFrame frame) =>
        frame.GetMethod()?.DeclaringType?.Assembly is { Location: "" } assembly && AssemblyLoadContext.GetLoadContext(assembly) is NotebookLoadContext;

    private static bool IsHost(MethodBase method)
    {
        string name = method.DeclaringType?.FullName ?? "";
        return (name.Length == 0 && method.Name.StartsWith("InvokeStub_", StringComparison.Ordinal)) // reflection's own
            || name.StartsWith("RnnNotebooks.Engine.", StringComparison.Ordinal)
            || name.StartsWith("RnnNotebooks.Jupyter.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.DotNet.Interactive.", StringComparison.Ordinal)
            || name.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal)
            || name.StartsWith("System.Runtime.ExceptionServices.", StringComparison.Ordinal)
            || name.StartsWith("System.Runtime.ControlledExecution", StringComparison.Ordinal)
            || name.StartsWith("System.Threading.", StringComparison.Ordinal)
            || name.Contains("ThrowHelper", StringComparison.Ordinal)
            || method.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false);
    }

    private static string Describe(StackFrame frame)
    {
        var method = frame.GetMethod()!;
        string where = frame.GetFileName() is { Length: > 0 } file
            ? $"{(Path.IsPathRooted(file) ? Path.GetFileName(file) : file)}, line {frame.GetFileLineNumber()}"
            : "";
        string what = FrameNames.Of(method);
        return what.Length == 0 ? (where.Length == 0 ? "the cell" : where) : where.Length == 0 ? what : $"{what} in {where}";
    }
}
