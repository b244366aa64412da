using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using RnnNotebooks.Engine;

namespace Interactive.Tests;

public sealed class KernelTests : IDisposable
{
    private readonly Notebook _notebook = new();

    public void Dispose() => _notebook.Dispose();

    [Fact]
    public async Task Each_command_ends_in_exactly_one_success_or_failure()
    {
        foreach (string code in new[] { "1", "throw new Exception();", "nosuch", "#!nosuch", "#!html\n<b/>\n#!csharp\nnosuch" })
        {
            var seen = new List<KernelEvent>();
            using (_notebook.Kernel.KernelEvents.Subscribe(new Listener(seen.Add)))
            {
                await _notebook.Run(code);
            }

            Assert.Single(seen.OfType<KernelCommandCompletionEvent>());
            Assert.IsAssignableFrom<KernelCommandCompletionEvent>(seen[^1]);
        }
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("x", 2)]
    [InlineData("x * 2", 4)]
    [InlineData("text.Length", 3)]
    [InlineData("text[1]", 'b')]
    [InlineData("$\"{x}!\"", "2!")]
    [InlineData("new string('z', x)", "zz")]
    [InlineData("(x)", 2)]
    [InlineData("-x", -2)]
    [InlineData("x = 5", 5)]
    [InlineData("checked(x + 1)", 3)]
    [InlineData("text?.ToUpper()", "ABC")]
    [InlineData("await Task.FromResult(x)", 2)]
    [InlineData("x switch { 2 => \"two\", _ => \"more\" }", "two")]
    [InlineData("return x;", 2)]
    public async Task An_expression_at_the_end_is_the_result(string expression, object expected)
    {
        await _notebook.Run("int x = 2; string text = \"abc\";");
        await GivesAsync(expression, expected);
    }

    [Theory]
    [InlineData("Console.Write(1)")]
    [InlineData("(await Task.FromResult(Console.Out)).Write(1)")]
    [InlineData("await Task.CompletedTask")]
    [InlineData("text?.CopyTo(new char[3])")]
    [InlineData("1 + 1 == 2 ? 1 : 2; ;")]
    [InlineData("x = 5;")]
    public async Task What_has_no_value_has_no_result(string code)
    {
        await _notebook.Run("int x = 2; string text = \"abc\";");
        var ran = await _notebook.Run(code);
        Assert.DoesNotContain(ran.Result.Events, one => one is ReturnValueProduced);
    }

    [Fact]
    public async Task Code_that_says_unsafe_may_use_pointers()
    {
        var ran = await _notebook.Run("int Swap(int n) { unsafe { int* p = &n; *p = n + 1; return *p; } }\nSwap(4)");
        Assert.True(ran.Failure is null, ran.Failure?.Message);
        Assert.Equal(5, ran.Value);
        Assert.Contains("CS0214", (await _notebook.Run("int n = 1; int* p = &n;")).Failure!.Message);
    }

    [Fact]
    public async Task Cells_run_in_the_order_they_were_sent()
    {
        await _notebook.Run("var order = new List<int>();");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => _notebook.Run($"await Task.Yield(); order.Add({i});")));
        Assert.Equal(Enumerable.Range(0, 20), (IEnumerable<int>)(await _notebook.Run("order")).Value!);
    }

    [Fact]
    public async Task A_cell_can_run_another_and_see_what_it_did()
    {
        var ran = await _notebook.Run("""
            using Microsoft.DotNet.Interactive;
            var result = await Kernel.Root.SubmitCodeAsync("int inner = 6; Console.Write(\"inner\"); inner + 1");
            result.Events.Count(e => e.GetType().Name == "ReturnValueProduced")
            """);
        Assert.True(ran.Failure is null, ran.Failure?.Message);
        Assert.Equal("inner", ran.Printed);
        Assert.Equal(1, ran.Result.Events.OfType<ReturnValueProduced>().Last().Value);
    }

    [Theory]
    [InlineData("await {0};")]
    [InlineData("{0}.GetAwaiter().GetResult();")]
    public async Task A_cell_that_another_sends_sees_its_variables_and_both_last(string send)
    {
        await _notebook.Run("using Microsoft.DotNet.Interactive;");
        string sending = string.Format(System.Globalization.CultureInfo.InvariantCulture, send, "Kernel.Root.SubmitCodeAsync(\"int inner = before * 2; before = 7;\")");
        var ran = await _notebook.Run($"int before = 10; {sending} int after = before + inner();\nint inner() => 1;");
        Assert.True(ran.Failure is null, ran.Failure?.Message);
        Assert.Equal("7 20 8", (await _notebook.Run("$\"{before} {inner} {after}\"")).Value);
    }

    [Fact]
    public async Task Cells_that_a_cell_sends_at_once_all_last()
    {
        await _notebook.Run("using Microsoft.DotNet.Interactive;");
        await _notebook.Run("await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Kernel.Root.SubmitCodeAsync($\"int p{i} = {i};\")));");
        Assert.Equal(435, (await _notebook.Run(string.Join(" + ", Enumerable.Range(0, 30).Select(i => $"p{i}")))).Value);
        await _notebook.Run("int later = 1;");
        Assert.Equal(1, (await _notebook.Run("later")).Value);
    }

    [Theory]
    [InlineData("int.TryParse(\"4\", out var n)", "n", 4)]
    [InlineData("object o = 5; o is int n", "n", 5)]
    [InlineData("var (a, b) = (1, 2); a", "a + b", 3)]
    [InlineData("int Twice(int n) => 2 * n; Twice(1)", "Twice(3)", 6)]
    [InlineData("record struct P(int X); 1", "new P(8).X", 8)]
    [InlineData("enum E { A = 9 }", "(int)E.A", 9)]
    [InlineData("using System.Globalization;", "NumberStyles.None == 0 ? 10 : 0", 10)]
    [InlineData("using N = System.Numerics.Vector2;", "N.One.X == 1 ? 11 : 0", 11)]
    [InlineData("for (int i = 0; i < 2; i++) { } string kept = \"x\";", "kept.Length", 1)]
    public async Task Whatever_a_cell_declares_the_next_cells_know(string declaration, string use, int expected)
    {
        await _notebook.Run(declaration);
        await _notebook.Run("1 + 1");
        await _notebook.Run("{ int gone = 1; }");
        Assert.Equal(expected, (await _notebook.Run(use)).Value);
        Assert.NotNull((await _notebook.Run("gone")).Failure);
    }

    [Theory]
    [InlineData("int n = 0; void Down(int k) => Again(k > 0 ? k - 1 : 0); void Again(int k) { n++; if (k > 0) Down(k); }\nDown(3); n", 3)]
    [InlineData("int n = 0; class Tree { public Tree Left; public Tree(int depth) => Left = depth > 0 ? new Tree(depth - 1) : null; public int Depth => 1 + (Left?.Depth ?? 0); }\nnew Tree(3).Depth", 4)]
    [InlineData("class Held { int value; public int Value { get => value; set => this.value = value > 3 ? value : (Value = value + 1) + 1; } }\nvar held = new Held(); held.Value = 1; held.Value", 3)]
    [InlineData("async Task<int> Sum(int k) => k == 0 ? 0 : k + await Sum(k - 1);\nawait Sum(4)", 10)]
    [InlineData("int n = 0; async Task Twice(int k) => await (k > 0 ? Twice(k - 1) : Task.FromResult(n = 8));\nawait Twice(2); n", 8)]
    public async Task Functions_of_every_form_may_call_themselves(string code, int expected)
    {
        await GivesAsync(code, expected);
    }

    [Theory]
    [InlineData("int n = 0; while (n < 3) n++; n", 3)]
    [InlineData("int n = 0; do n++; while (n < 3); n", 3)]
    [InlineData("int n = 0; for (; n < 3; n++); n", 3)]
    [InlineData("int n = 0; for (int i = 0; i < 3; i++) for (int j = 0; j < 4; j++) n++; n", 12)]
    [InlineData("int n = 0; foreach (int i in new[] { 1, 2 }) if (i > 1) n += i; else n -= i; n", 1)]
    [InlineData("int n = 0; foreach (var (a, b) in new[] { (1, 2), (3, 4) }) n += a * b; n", 14)]
    [InlineData("async IAsyncEnumerable<int> Numbers() { for (int i = 1; i < 4; i++) yield return await Task.FromResult(i); }\nint n = 0; await foreach (int i in Numbers()) n += i; n", 6)]
    [InlineData("int Sum(int n) => n == 0 ? 0 : new Func<int>(() => { int s = n; while (s > 5) s--; return s; })() + Sum(n - 1);\nSum(6)", 20)]
    [InlineData("int n = 0; void Down(int k) => new Action(() => { foreach (int i in new[] { 1 }) n++; if (k > 0) Down(k - 1); })();\nDown(3); n", 4)]
    [InlineData("int n = 0; while(n<9){n++;if(n==2)continue;if(n==4)break;}n", 4)]
    public async Task Loops_of_every_form_go_round_as_written(string code, int expected)
    {
        await GivesAsync(code, expected);
    }

    [Fact]
    public async Task A_warning_within_a_loop_keeps_its_column()
    {
        var ran = await _notebook.Run("for (int i = 0; i < 1; i++) i = i + 0 * (1 == 1 ? 1 : Old());\n[Obsolete(\"gone\")] int Old() => 1;");
        var warning = Assert.Single(ran.Result.Events.OfType<DiagnosticsProduced>().Single().Diagnostics);
        Assert.Equal(("CS0618", 54), (warning.Code, warning.LinePositionSpan.Start.Character));
    }

    [Fact]
    public async Task A_line_within_loops_keeps_its_number()
    {
        var ran = await _notebook.Run("for (int i = 0; i < 2; i++)\n    while (true)\n        throw new InvalidOperationException(\"here\");");
        Assert.Equal("System.InvalidOperationException: here\n   at cell 1, line 3", ran.Failure!.Message);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("Parallel.For(0, 2, i => { while (true) Math.Sqrt(i); });")]
    [InlineData("Task.Run(() => { while (true) Math.Sqrt(2); }).Wait();")]
    [InlineData("await new TaskCompletionSource().Task;")]
    public async Task However_a_cell_is_stopped_it_is_called_interrupted(string endless)
    {
        var ran = await _notebook.RunAndStop($"Console.WriteLine(1); {endless}");
        Assert.Equal(("Interrupted", "The cell was stopped."), (CellError.From(ran.Failure!).Name, ran.Failure!.Message));
    }

    [Fact]
    public async Task A_cell_stopped_before_its_first_statement_declares_nothing()
    {
        var session = new ScriptSession();
        var first = await session.BeginAsync("int kept = 3;", "cell 1", CancellationToken.None);
        await session.Run(first);
        session.End(first);
        session.End(await session.BeginAsync("int never = 1;", "cell 2", CancellationToken.None));
        Assert.Equal(["kept"], session.Variables().Select(variable => variable.Name));
        Assert.Contains("CS0103", session.Compile("never", "cell 3", CancellationToken.None).Error!.Message);
        var last = await session.BeginAsync("int more = kept + 1; more", "cell 3", CancellationToken.None);
        Assert.Equal(4, await session.Run(last));
    }

    [Fact]
    public async Task A_cell_that_declares_nothing_goes_on_after_others_have_run()
    {
        await _notebook.Run("int n = 1; var go = new TaskCompletionSource(); var done = new TaskCompletionSource<int>();");
        await _notebook.Run("_ = Task.Run(async () => { await go.Task; n += 10; done.SetResult(n); });");
        await _notebook.Run("int m = 5;");
        await _notebook.Run("go.SetResult();");
        Assert.Equal(16, (await _notebook.Run("await done.Task + m")).Value);
    }

    [Fact]
    public async Task Ten_thousand_prints_arrive_whole_in_few_events()
    {
        var ran = await _notebook.Run("for (int i = 0; i < 10000; i++) { Console.WriteLine(i); }");
        Assert.Equal(string.Concat(Enumerable.Range(0, 10000).Select(i => $"{i}\n")), ran.Printed);
        Assert.True(ran.Result.Events.Count < 1000);
    }

    [Fact]
    public async Task What_a_cell_sets_for_its_thread_holds_in_the_next()
    {
        await _notebook.Run("class Mode { [ThreadStatic] public static int Value; } Mode.Value = 5;");
        Assert.Equal(5, (await _notebook.Run("await Task.Yield(); Mode.Value")).Value);
    }

    [Fact]
    public async Task A_cancelled_token_stops_its_own_command()
    {
        using var source = new CancellationTokenSource();
        using var listening = _notebook.Kernel.KernelEvents.Subscribe(new Listener(one =>
        {
            if (one is StandardOutputValueProduced)
            {
                source.CancelAfter(0);
            }
        }));
        var result = await _notebook.Kernel.SendAsync(new SubmitCode("Console.WriteLine(1); while (true) { }"), source.Token);
        Assert.Equal("The cell was stopped.", result.Events.OfType<CommandFailed>().Single().Message);
    }

    [Fact]
    public async Task An_exception_on_a_thread_of_the_cells_own_ends_that_thread_only()
    {
        var ran = await _notebook.Run("var t = new System.Threading.Thread(() => throw new Exception(\"lost\")); t.Start(); t.Join();");
        Assert.Null(ran.Failure);
        Assert.Equal("A thread of this cell ended with System.Exception: lost\n", ran.PrintedErrors);
    }

    [Fact]
    public async Task An_interrupt_without_a_running_cell_is_harmless()
    {
        await _notebook.Kernel.SendAsync(new Cancel());
        Assert.Equal(1, (await _notebook.Run("1")).Value);
    }

    [Fact]
    public async Task Values_can_be_sent_asked_for_and_listed()
    {
        await _notebook.Kernel.SendAsync(new SendValue("shape", new[] { 2, 3 }, targetKernelName: "csharp"));
        Assert.Equal(3, (await _notebook.Run("shape[1]")).Value);
        var result = await _notebook.Kernel.SendAsync(new RequestValue("shape", "application/json", "csharp"));
        Assert.Equal("[2,3]", result.Events.OfType<ValueProduced>().Single().FormattedValue.Value);
        var infos = await _notebook.Kernel.SendAsync(new RequestValueInfos("csharp"));
        Assert.Equal("shape", infos.Events.OfType<ValueInfosProduced>().Single().ValueInfos.Single().Name);
    }

    [Fact]
    public async Task A_command_for_a_kernel_that_is_not_there_says_so()
    {
        var result = await _notebook.Kernel.SendAsync(new SubmitCode("1", "nosuch"));
        Assert.Contains("\"nosuch\"", result.Events.OfType<CommandFailed>().Single().Message);
        result = await _notebook.Kernel.SendAsync(new SubmitCode("1", "pwsh"));
        Assert.StartsWith("PowerShell cells are not supported", result.Events.OfType<CommandFailed>().Single().Message);
    }

    [Fact]
    public async Task Every_kernel_introduces_itself()
    {
        var result = await _notebook.Kernel.SendAsync(new RequestKernelInfo());
        string[] names = [.. result.Events.OfType<KernelInfoProduced>().Select(one => one.KernelInfo.LocalName)];
        Assert.Equal([".NET", "csharp", "markdown", "html", "javascript", "mermaid", "value"], names);
        Assert.Contains(result.Events.OfType<KernelInfoProduced>().ElementAt(1).KernelInfo.SupportedKernelCommands, one => one.Name == "RequestCompletions");
    }

    [Fact]
    public async Task A_listener_that_throws_does_not_stop_the_cell_or_the_others()
    {
        int seen = 0;
        using var bad = _notebook.Kernel.KernelEvents.Subscribe(new Listener(_ => throw new InvalidOperationException("bad listener")));
        using var good = _notebook.Kernel.KernelEvents.Subscribe(new Listener(_ => seen++));
        Assert.Equal(1, (await _notebook.Run("1")).Value);
        Assert.True(seen >= 3);
    }

    private async Task GivesAsync(string code, object expected)
    {
        var ran = await _notebook.Run(code);
        Assert.True(ran.Failure is null, ran.Failure?.Message);
        Assert.Equal(expected, ran.Value);
    }
}
