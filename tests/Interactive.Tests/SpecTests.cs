using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Interactive.Tests;

/// <summary>The pages in specs/ say what a notebook may rely on; this runs them.</summary>
public class SpecTests
{
    public static TheoryData<string, string> Sections()
    {
        var sections = new TheoryData<string, string>();
        foreach (var spec in Spec.All())
        {
            sections.Add(spec.Page, spec.Title);
        }

        return sections;
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task Every_cell_shows_what_its_spec_says(string page, string title)
    {
        using var notebook = new Notebook();
        Queue<string>? answers = null;
        foreach (var cell in Spec.Find(page, title).Cells)
        {
            if (cell.Input is { } input)
            {
                answers ??= Answer(notebook);
                foreach (string line in input)
                {
                    answers.Enqueue(line);
                }
            }

            var ran = cell.IsStopped ? await notebook.RunAndStop(cell.Code) : await notebook.Run(cell.Code);
            Compare(cell.Expected, ran);
        }
    }

    private static Queue<string> Answer(Notebook notebook)
    {
        var answers = new Queue<string>();
        notebook.Kernel.RegisterCommandHandler<RequestInput>((command, context) =>
        {
            context.Publish(new InputProduced(answers.Dequeue(), command));
            return Task.CompletedTask;
        });
        return answers;
    }

    // Each expected entry is `kind mime: text` with further lines indented; {any} stands for any text.
    private static void Compare(string expected, Ran ran)
    {
        var wanted = Regex.Split(expected, @"\n(?! )").Where(one => one.Length > 0).Select(one => one.Replace("\n  ", "\n")).ToArray();
        var outputs = Merge(ran.Result.Events.Where(one => one is DisplayEvent or CommandFailed)).ToArray();
        string[] actual = [.. outputs.Select((output, i) => Describe(output, i < wanted.Length ? wanted[i] : ""))];
        Assert.True(
            wanted.Length == actual.Length && wanted.Zip(actual).All(pair => IsLike(pair.First, pair.Second)),
            $"expected:\n{string.Join('\n', wanted)}\n\nshown:\n{string.Join('\n', actual)}");
    }

    private static bool IsLike(string wanted, string actual) =>
        Regex.IsMatch(actual, "^" + Regex.Escape(wanted).Replace(@"\{any}", ".*") + "$", RegexOptions.Singleline);

    // How printed text is cut into events depends on time.
    private static IEnumerable<(string Kind, Func<string, string> Text)> Merge(IEnumerable<KernelEvent> events)
    {
        (string Kind, string Text)? printed = null;
        foreach (var one in events)
        {
            string kind = Kind(one);
            if (one is StandardOutputValueProduced or StandardErrorValueProduced)
            {
                string text = ((DisplayEvent)one).FormattedValues.Single().Value;
                if (printed is { } before && before.Kind != kind)
                {
                    yield return (before.Kind, _ => before.Text.TrimEnd('\n'));
                    printed = null;
                }

                printed = (kind, (printed?.Text ?? "") + text);
                continue;
            }

            if (printed is { } waiting)
            {
                yield return (waiting.Kind, _ => waiting.Text.TrimEnd('\n'));
                printed = null;
            }

            yield return (kind, mime => one is CommandFailed failed ? failed.Message : ((DisplayEvent)one).FormattedValues.FirstOrDefault(value => value.MimeType == mime)?.Value ?? $"(no {mime})");
        }

        if (printed is { } last)
        {
            yield return (last.Kind, _ => last.Text.TrimEnd('\n'));
        }
    }

    private static string Kind(KernelEvent one) => one switch
    {
        StandardOutputValueProduced => "stdout",
        StandardErrorValueProduced => "stderr",
        ReturnValueProduced => "result",
        DisplayedValueUpdated => "update",
        DisplayedValueProduced => "display",
        _ => "error",
    };

    private static string Describe((string Kind, Func<string, string> Text) output, string wanted)
    {
        string head = wanted.Split(':', 2)[0];
        string? mime = head.Split(' ').ElementAtOrDefault(1);
        return $"{output.Kind}{(mime is null ? "" : " " + mime)}: {output.Text(mime ?? "text/plain").ReplaceLineEndings("\n")}";
    }
}
