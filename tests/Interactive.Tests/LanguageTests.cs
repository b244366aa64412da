using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using RnnNotebooks.Engine;

namespace Interactive.Tests;

public sealed class LanguageTests : IDisposable
{
    private readonly Notebook _notebook = new();

    public void Dispose() => _notebook.Dispose();

    [Fact]
    public async Task Completion_after_a_dot_gives_members_and_extension_methods()
    {
        Assert.Equal(["WriteLine"], await _notebook.Complete("Console.WriteL|"));
        string[] found = await _notebook.Complete("new List<int>().|");
        Assert.Contains("Add", found);
        Assert.Contains("Select", found);
        Assert.DoesNotContain("Equals_", found);
    }

    [Fact]
    public async Task Completion_knows_what_earlier_cells_and_this_one_declare()
    {
        await _notebook.Run("var hiddenUnits = 128; string Describe(int n) => n.ToString();");
        Assert.Equal(["hiddenUnits"], await _notebook.Complete("hiddenU|"));
        Assert.Equal(["Describe"], await _notebook.Complete("Descr|"));
        Assert.Contains("Length", await _notebook.Complete("Describe(hiddenUnits).|\nvar after = 1;"));
        Assert.Contains("localValue", await _notebook.Complete("int F() { int localValue = 1; return loc|; }"));
    }

    [Fact]
    public async Task Completion_replaces_the_word_before_the_position()
    {
        var produced = await _notebook.CompletionsAt("int x = 1;\nMath.Ma|");
        Assert.Equal((1, 5), (produced.LinePositionSpan!.Start.Line, produced.LinePositionSpan.Start.Character));
        Assert.Equal((1, 7), (produced.LinePositionSpan.End.Line, produced.LinePositionSpan.End.Character));
    }

    [Fact]
    public async Task Completion_offers_argument_names_and_initialised_members()
    {
        Assert.Contains("value:", await _notebook.Complete("Math.Abs(val|)"));
        Assert.Contains("Capacity", await _notebook.Complete("var l = new List<int> { Cap| };"));
    }

    [Fact]
    public async Task Completion_offers_the_members_of_what_is_changed_or_matched()
    {
        await _notebook.Run("record Size(int Width, int Height); var size = new Size(1, 2);");
        Assert.Equal(["Height", "Width"], await _notebook.Complete("var wide = size with { | };"));
        Assert.Equal(["Width"], await _notebook.Complete("if (size is { Height: 2, Wi| })"));
    }

    [Fact]
    public async Task Completion_offers_namespaces_types_and_keywords()
    {
        Assert.Contains("Globalization", await _notebook.Complete("using System.Glob|"));
        Assert.Contains("StringBuilder", await _notebook.Complete("new StringB|"));
        Assert.Contains("foreach", await _notebook.Complete("fore|"));
    }

    [Fact]
    public async Task Nothing_is_offered_within_texts_and_comments()
    {
        Assert.Empty(await _notebook.Complete("var s = \"Cons|\";"));
        Assert.Empty(await _notebook.Complete("// Cons|"));
    }

    [Fact]
    public async Task Completion_offers_magics_options_and_kernels()
    {
        Assert.Equal(["#!who", "#!whos"], await _notebook.Complete("#!wh|"));
        Assert.Equal(["--name"], await _notebook.Complete("#!share --n|"));
        Assert.Contains("value", await _notebook.Complete("#!share --from |"));
    }

    [Fact]
    public async Task Completion_offers_files_of_the_right_kind()
    {
        string folder = Directory.CreateTempSubdirectory("rnn").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "setup.csx"), "");
        await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), "");
        Assert.Equal(["setup.csx"], await _notebook.Complete($"#load \"{folder}/|"));
    }

    [Fact]
    public async Task Hover_shows_declaration_and_documentation()
    {
        string? text = await _notebook.Hover("Math.M|ax(1, 2)");
        Assert.Contains("int Math.Max(int val1, int val2)", text);
        Assert.Contains("Returns", text);
    }

    [Fact]
    public async Task Hover_shows_the_documentation_that_a_cell_wrote()
    {
        await _notebook.Run("/// <summary>Doubles <paramref name=\"n\"/>.</summary>\nint Twice(int n) => 2 * n;");
        string? text = await _notebook.Hover("Twi|ce(3)");
        Assert.Equal("int Twice(int n)\n\nDoubles n.", text!.TrimEnd());
    }

    [Fact]
    public async Task Hover_over_nothing_shows_nothing() => Assert.Null(await _notebook.Hover("  |  "));

    [Fact]
    public async Task Signature_help_lists_overloads_and_the_active_parameter()
    {
        await _notebook.Run("int Add(int left, int right) => left + right;");
        var help = await _notebook.Signatures("Add(1, |");
        Assert.Equal("int Add(int left, int right)", Assert.Single(help.Signatures).Label);
        Assert.Equal(1, help.ActiveParameterIndex);
        Assert.True((await _notebook.Signatures("Math.Max(|)")).Signatures.Count > 5);
        Assert.Empty((await _notebook.Signatures("1 + |1")).Signatures);
    }

    [Fact]
    public async Task Signature_help_follows_a_call_to_its_next_line()
    {
        var help = await _notebook.Signatures("Math.Max(1,\n    |");
        Assert.Equal(1, help.ActiveParameterIndex);
        Assert.NotEmpty(help.Signatures);
    }

    [Fact]
    public async Task Diagnostics_name_the_place_of_errors_and_unknown_magics()
    {
        var result = await _notebook.Kernel.SendAsync(new RequestDiagnostics("#!nosuch\nint n = \"text\";"));
        var found = result.Events.OfType<DiagnosticsProduced>().Single().Diagnostics.ToArray();
        Assert.Equal(["RNN0001", "CS0029"], found.Select(one => one.Code));
        Assert.Equal(1, found[1].LinePositionSpan.Start.Line);
    }

    [Fact]
    public async Task Diagnostics_of_a_language_that_does_not_run_say_only_that()
    {
        var result = await _notebook.Kernel.SendAsync(new RequestDiagnostics("#!fsharp\nlet x = 1"));
        var found = Assert.Single(result.Events.OfType<DiagnosticsProduced>().Single().Diagnostics);
        Assert.StartsWith("F# cells are not supported", found.Message);
    }

    [Fact]
    public async Task Questions_are_answered_while_a_cell_runs()
    {
        var cell = _notebook.RunAndStop("while (true) { Console.WriteLine(1); await Task.Yield(); }");
        Assert.Equal(["WriteLine"], await _notebook.Complete("Console.WriteL|"));
        Assert.NotNull((await cell).Failure);
    }

    [Theory]
    [InlineData("var x = 1;", "complete", "")]
    [InlineData("for (int i = 0; i < 3; i++) {", "incomplete", "    ")]
    [InlineData("if (true)\n    {", "incomplete", "        ")]
    [InlineData("x = = 1", "invalid", "")]
    [InlineData("#!time\n1", "complete", "")]
    public void Code_is_complete_incomplete_or_invalid(string code, string status, string indent) =>
        Assert.Equal(new CodeCompleteness(status, indent), CodeCompleteness.Of(code));
}
