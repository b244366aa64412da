using RnnNotebooks.Documents;

namespace Documents.Tests;

public sealed class StudentNotebookTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a\n  // ### BEGIN SOLUTION\n  secret\n  // ### END SOLUTION\nb", "a\n  // Your answer here.\nb")]
    [InlineData("// ### BEGIN SOLUTION\n// stub: double? x = null;\n//   stub: int y = 0;\nvar x = 1;\n// ### END SOLUTION", "double? x = null;\nint y = 0;")]
    [InlineData("### BEGIN SOLUTION\nsecret\n### END SOLUTION\nrest", "// Your answer here.\nrest")]
    [InlineData("check();\n\n// ### BEGIN HIDDEN TESTS\nsecret\n// ### END HIDDEN TESTS", "check();")]
    [InlineData("var stub = 1; // stub: not in a solution", "var stub = 1; // stub: not in a solution")]
    public void Answers_and_hidden_tests_give_way_to_stubs(string source, string expected)
    {
        Assert.Equal(expected, Made($"c:{source}").Cells[0].Source);
    }

    [Theory]
    [InlineData("Why?\n\n### BEGIN SOLUTION\nBecause.\n### END SOLUTION", "Why?\n\n*Your answer here.*")]
    [InlineData("Why?\n<!-- ### BEGIN SOLUTION -->\n<!-- stub: One sentence, please. -->\nBecause.\n<!-- ### END SOLUTION -->", "Why?\nOne sentence, please.")]
    [InlineData("Why?\n\n=== BEGIN MARK SCHEME ===\n2 points\n=== END MARK SCHEME ===", "Why?")]
    public void Answers_in_prose_give_way_too(string source, string expected)
    {
        Assert.Equal(expected, Made($"m:{source}").Cells[0].Source);
    }

    [Theory]
    [InlineData("// ### BEGIN SOLUTION\nx", "s.ipynb: cell 2 has ### BEGIN SOLUTION without ### END SOLUTION.")]
    [InlineData("x\n// ### END SOLUTION", "s.ipynb: cell 2 has ### END SOLUTION without ### BEGIN SOLUTION.")]
    [InlineData("// ### BEGIN SOLUTION\n// ### BEGIN HIDDEN TESTS", "s.ipynb: cell 2 has ### BEGIN HIDDEN TESTS inside ### BEGIN SOLUTION.")]
    public void Delimiters_that_do_not_pair_up_are_refused(string source, string message)
    {
        folder.WriteNotebook("solutions/s.ipynb", "m:# T", $"c:{source}");

        Assert.Equal(message, Assert.Throws<NotebookException>(() => StudentNotebook.Make(folder["solutions/s.ipynb"], folder["s.ipynb"])).Message);
    }

    [Fact]
    public void A_cell_that_nbgrader_marks_as_solution_is_emptied_whole()
    {
        folder.Write("solutions/s.ipynb", TemporaryFolder.Json("c:secret", "m:secret", "c:tests").Replace("\"metadata\": {},\n   \"outputs\"", "\"metadata\": {\"nbgrader\": {\"grade_id\": \"q1\", \"solution\": true}},\n   \"outputs\"", StringComparison.Ordinal)
            .Replace("\"id\": \"c1\",\n   \"metadata\": {}", "\"id\": \"c1\",\n   \"metadata\": {\"nbgrader\": {\"grade_id\": \"q2\", \"solution\": true}}", StringComparison.Ordinal));

        NotebookFile notebook = StudentNotebook.Make(folder["solutions/s.ipynb"], folder["s.ipynb"]);

        Assert.Equal(["// Your answer here.", "*Your answer here.*"], notebook.Cells.Take(2).Select(cell => cell.Source));
        Assert.Equal("q1", (string?)notebook.Cells[0].Metadata["nbgrader"]!["grade_id"]);
    }

    [Fact]
    public void A_cell_of_hidden_tests_alone_stays_only_where_nbgrader_needs_it()
    {
        const string hidden = "c:// ### BEGIN HIDDEN TESTS\nsecret\n// ### END HIDDEN TESTS";
        string json = TemporaryFolder.Json(hidden, hidden);
        int second = json.LastIndexOf("\"metadata\": {},\n   \"outputs\"", StringComparison.Ordinal);
        folder.Write("solutions/s.ipynb", json[..second] + "\"metadata\": {\"nbgrader\": {\"grade\": true, \"grade_id\": \"t\"}}" + json[(second + "\"metadata\": {}".Length)..]);

        NotebookFile notebook = StudentNotebook.Make(folder["solutions/s.ipynb"], folder["s.ipynb"]);

        Assert.Equal([("c1", "")], notebook.Cells.Select(cell => (cell.Id!, cell.Source)));
    }

    [Fact]
    public void Nothing_of_an_answer_is_left_anywhere_in_the_file()
    {
        const string answer = "the-secret-answer";
        folder.Write("solutions/s.ipynb", TemporaryFolder.Json($"c:// ### BEGIN SOLUTION\nvar x = \"{answer}\";\n// ### END SOLUTION", $"m:![a](attachment:a.png)\n### BEGIN SOLUTION\n{answer}\n### END SOLUTION", "c:x", $"c:{answer}")
            .Replace("out 2", answer, StringComparison.Ordinal)
            .Replace("\"id\": \"c3\",\n   \"metadata\": {}", $"\"id\": \"c3\",\n   \"metadata\": {{\"tags\": [\"{StudentNotebook.TeacherTag}\"]}}", StringComparison.Ordinal));

        string made = StudentNotebook.Make(folder["solutions/s.ipynb"], folder["s.ipynb"]).ToJson();

        Assert.DoesNotContain(answer, made, StringComparison.Ordinal);
        Assert.DoesNotContain("SOLUTION", made, StringComparison.Ordinal);
        Assert.DoesNotContain("out ", made, StringComparison.Ordinal);
        Assert.Equal(3, NotebookFile.Parse(made).Cells.Count);
    }

    [Fact]
    public void Paths_that_lead_upwards_lead_to_the_same_place_and_links_to_sister_lessons_stay()
    {
        NotebookFile notebook = Made("c:#load \"../setup.csx\"", "m:![x](../../images/x.svg) [next](02.ipynb)");

        Assert.Equal(["#load \"setup.csx\"", "![x](../images/x.svg) [next](02.ipynb)"], notebook.Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void The_same_source_gives_the_same_bytes()
    {
        string first = Made("c:// ### BEGIN SOLUTION\n1\n// ### END SOLUTION", "m:x").ToJson();

        Assert.Equal(first, StudentNotebook.Make(folder["solutions/s.ipynb"], folder["s.ipynb"]).ToJson());
    }

    [Fact]
    public void Outputs_of_the_students_own_run_stay_up_to_the_first_change()
    {
        Made("c:1", "m:text", "c:2", "c:3").Save(folder["s.ipynb"]);
        NotebookFile run = NotebookFile.Load(folder["s.ipynb"]);
        foreach (NotebookCell cell in run.Cells.Where(cell => cell.Kind == NotebookCellKind.Code))
        {
            cell.SetOutputs([new StreamOutput("stdout", "student's")]);
            cell.ExecutionCount = 7;
        }

        run.Save();
        string saved = run.ToJson();

        Assert.Equal(saved, Made("c:1", "m:text", "c:2", "c:3").ToJson());
        NotebookFile changed = Made("c:1", "m:other text", "c:two", "c:3");
        Assert.Equal([1, 0, 0, 0], changed.Cells.Select(cell => cell.Outputs.Count));
        Assert.Equal([7, null, null, null], changed.Cells.Select(cell => cell.ExecutionCount));
    }

    [Fact]
    public void A_students_notebook_is_current_whatever_its_outputs_and_stale_once_the_source_changed()
    {
        Made("c:1", "c:// ### BEGIN SOLUTION\n2\n// ### END SOLUTION").Save(folder["s.ipynb"]);
        NotebookFile run = NotebookFile.Load(folder["s.ipynb"]);
        run.Cells[0].SetOutputs([new StreamOutput("stdout", "x")]);
        run.Save();

        Assert.True(StudentNotebook.IsCurrent(folder["solutions/s.ipynb"], folder["s.ipynb"]));
        folder.WriteNotebook("solutions/s.ipynb", "c:1 // new", "c:// ### BEGIN SOLUTION\n2\n// ### END SOLUTION");
        Assert.False(StudentNotebook.IsCurrent(folder["solutions/s.ipynb"], folder["s.ipynb"]));
        Assert.False(StudentNotebook.IsCurrent(folder["solutions/s.ipynb"], folder["none.ipynb"]));
    }

    private NotebookFile Made(params string[] cells)
    {
        folder.WriteNotebook("solutions/s.ipynb", cells);
        return StudentNotebook.Make(folder["solutions/s.ipynb"], folder["s.ipynb"]);
    }
}
