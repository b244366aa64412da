using System.Text.RegularExpressions;
using RnnNotebooks.Cli;
using RnnNotebooks.Documents;

namespace Lessons.Tests;

/// <summary>What is true of every lesson's text, without running it.</summary>
public sealed partial class SourceTests
{
    private const int LongestCell = 25;

    // What Jupyter shows of a line in a window 1280 pixels wide; the rest, often the shape, has to be scrolled to.
    private const int WidestLine = 115;

    public static TheoryData<string> Lessons => LessonFiles.Each;

    [Theory]
    [MemberData(nameof(Lessons))]
    public void The_students_notebook_is_what_the_solution_gives(string name) =>
        Assert.True(StudentNotebook.IsCurrent(LessonFiles.Solution(name), LessonFiles.Student(name)), $"{name} is stale; run ./rnn student {name}");

    [Theory]
    [MemberData(nameof(Lessons))]
    public void The_twin_says_the_same_as_the_notebook(string name) =>
        Assert.Equal(SyncState.Equal, new NotebookPairs(Repository.Notebooks, LessonFiles.Twins).Compare(name));

    [Theory]
    [MemberData(nameof(Lessons))]
    public void No_answer_is_left_for_students(string name)
    {
        var text = File.ReadAllText(LessonFiles.Student(name)) + File.ReadAllText(Path.Combine(LessonFiles.Twins, name + ".dib"));

        Assert.DoesNotContain("SOLUTION", text, StringComparison.Ordinal);
        Assert.DoesNotContain("HIDDEN TESTS", text, StringComparison.Ordinal);
        foreach (var answer in Answers(name))
        {
            Assert.DoesNotContain(answer, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Every_lesson_was_run_to_its_end_without_an_error(string name)
    {
        foreach (var file in new[] { LessonFiles.Student(name), LessonFiles.Solution(name) })
        {
            var code = NotebookFile.Load(file).Cells.Where(c => c.Kind == NotebookCellKind.Code && c.Source.Trim().Length > 0).ToList();
            Assert.NotEmpty(code);
            Assert.All(code, c => Assert.NotNull(c.ExecutionCount));
            Assert.All(code, c => Assert.DoesNotContain(c.Outputs, o => o is ErrorOutput));
        }
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_cell_has_at_most_25_lines(string name)
    {
        foreach (var cell in NotebookFile.Load(LessonFiles.Student(name)).Cells.Where(c => c.Kind == NotebookCellKind.Code))
        {
            Assert.True(cell.Source.Split('\n').Length <= LongestCell, $"{name}: the cell that begins \"{cell.Source.Split('\n')[0]}\" has {cell.Source.Split('\n').Length} lines");
        }
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_line_of_code_fits_into_a_cell_on_a_laptop(string name)
    {
        foreach (var line in NotebookFile.Load(LessonFiles.Student(name)).Cells.Where(c => c.Kind == NotebookCellKind.Code).SelectMany(c => c.Source.Split('\n')))
        {
            Assert.True(line.Length <= WidestLine, $"{name}: {line.Length} characters in the line \"{line.Trim()}\"");
        }
    }

    [Fact]
    public void Every_lesson_that_the_library_names_is_there()
    {
        var named = Directory.EnumerateFiles(Path.Combine(Repository.Root, "lib", "RnnNotebooks"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => LessonLink().Matches(File.ReadAllText(f)).Select(m => m.Groups["name"].Value)).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.All(named, n => Assert.True(File.Exists(LessonFiles.Student(n)), $"the library's documentation names the lesson {n}, which is not there"));
    }

    // Lines of an answer that are long enough to be recognised, and that do not stand elsewhere in the lesson anyway.
    private static IEnumerable<string> Answers(string name)
    {
        foreach (var cell in NotebookFile.Load(LessonFiles.Solution(name)).Cells)
        {
            foreach (Match answer in Answer().Matches(cell.Source))
            {
                foreach (var line in answer.Groups["text"].Value.Split('\n').Select(l => l.Trim()).Where(l => l.Length >= 40 && !l.Contains("stub:", StringComparison.Ordinal)))
                {
                    if (!Elsewhere(name, line))
                    {
                        yield return System.Text.Json.JsonEncodedText.Encode(line, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
                    }
                }
            }
        }
    }

    private static bool Elsewhere(string name, string line) =>
        NotebookFile.Load(LessonFiles.Solution(name)).Cells.Any(c => Answer().Replace(c.Source, "").Contains(line, StringComparison.Ordinal));

    [GeneratedRegex(@"### BEGIN SOLUTION(?<text>.*?)### END SOLUTION", RegexOptions.Singleline)]
    private static partial Regex Answer();

    [GeneratedRegex(@"notebooks/(?<name>\d\d-[a-z0-9-]+)\.ipynb")]
    private static partial Regex LessonLink();
}
