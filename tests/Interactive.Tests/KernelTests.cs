using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

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
        var ran = await _notebook.Run(expression);
        Assert.True(ran.Failure is null, ran.Failure?.Message);
        Assert.Equal(expected, ran.Value);
    }

    [Theory]
    [InlineData("Console.Write(1)")]
    [InlineData("(await Task.FromResult(Console.Out)).Write(1)")]
    [InlineData("await Task.Delay(0)")]
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
        Assert.Equal(5, (await _notebook.Run("await Task.Delay(1); Mode.Value")).Value);
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
}
