namespace RnnNotebooks.Tests;

public sealed class NotebookTests : IDisposable
{
    public void Dispose() => Notebook.Disconnect();

    [Fact]
    public void Show_displays_through_the_host_and_updates_in_place()
    {
        var shown = new List<object>();
        Notebook.Connect(value =>
        {
            var place = shown.Count;
            shown.Add(value);
            return newer => shown[place] = newer;
        });
        var update = Notebook.Show("first");
        _ = Notebook.Show("second");
        update("newer");
        Assert.Equal(["newer", "second"], shown);
        Assert.True(Notebook.IsConnected);
    }

    [Fact]
    public void Without_a_host_what_is_shown_is_printed_and_nothing_stops()
    {
        var before = Console.Out;
        var printed = new StringWriter();
        Console.SetOut(printed);
        try
        {
            Notebook.Show("first")("second");
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Equal(["first", "second"], printed.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.False(Notebook.Stopping.CanBeCanceled);
    }

    [Fact]
    public void Stopping_is_the_token_of_the_cell_that_runs_now()
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var running = first;
        Notebook.Connect(_ => _ => { }, () => running.Token);
        Assert.Equal(first.Token, Notebook.Stopping);
        running = second;
        second.Cancel();
        Assert.True(Notebook.Stopping.IsCancellationRequested);
    }
}
