using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Formatting;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Formatting.Tests;

/// <summary>Formatters are registered for the whole process: each test starts and ends with the built-in ones, alone.</summary>
public abstract partial class FormatterTestBase : IDisposable
{
    protected FormatterTestBase() => Formatter.ResetToDefault();

    public void Dispose()
    {
        Formatter.ResetToDefault();
        GC.SuppressFinalize(this);
    }

    protected static string Html(object? value) => StyleElement().Replace(value.ToDisplayString(HtmlFormatter.MimeType), "");

    protected static string Plain(object? value) => value.ToDisplayString();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex StyleElement();
}

public sealed class Person
{
    public string Name { get; init; } = "";

    public int Age;
}

public sealed class Faulty
{
    public int Fine => 1;

    public int Broken => throw new InvalidOperationException("not <today>");
}

public sealed class Node
{
    public Node? Next { get; set; }
}
