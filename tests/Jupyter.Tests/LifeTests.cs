namespace Jupyter.Tests;

[Collection(ConversationTests.Name)]
public sealed class LifeTests(TheConversation said)
{
    [Theory]
    [InlineData("loop", "looping\n")]
    [InlineData("awaiting", "waiting\n")]
    [InlineData("after_await", "both\n")]
    [InlineData("caught", "caught\n")]
    public void An_endless_cell_is_interrupted_and_keeps_what_it_printed(string cell, string printed)
    {
        var stopped = said["interrupt"][cell]!;
        Assert.Equal("ok", (string)stopped["answer"]!["status"]!);
        Assert.Equal("error", stopped.Status());
        Assert.Equal("Interrupted", (string)stopped.Reply()["ename"]!);
        Assert.Equal(["status", "execute_input", "stream", "error", "status"], stopped.Types());
        Assert.Equal(printed, stopped.Text());
    }

    [Fact]
    public void An_idle_interrupt_is_harmless_and_variables_survive_interrupts()
    {
        Assert.Equal("interrupt_reply", (string)said["interrupt"]["idle"]!["type"]!);
        Assert.Equal("ok", said["interrupt"]["idle"]!.Status());
        Assert.Equal("11", said["interrupt"]["survivor"]!.Result());
    }

    [Fact]
    public void Control_is_answered_while_a_cell_runs()
    {
        Assert.Equal("ok", (string)said["interrupt"]["while_busy"]!["answer"]!["status"]!);
        Assert.Equal("1", said["interrupt"]["while_busy"]!["cell"]!.Result());
    }

    [Fact]
    public void Shutdown_is_answered_and_the_process_ends_by_itself()
    {
        var shutdown = said["restart_and_shutdown"];
        Assert.Equal("ok", (string)shutdown["reply"]!["status"]!);
        Assert.True((bool)shutdown["reply"]!["restart"]!);
        Assert.Equal(0, (int)shutdown["status"]!);
    }

    [Fact]
    public void A_restart_forgets_the_variables_even_while_a_cell_is_stuck()
    {
        Assert.Equal("error", said["restart_and_shutdown"]["fresh"]!.Status());
        Assert.Equal("error", (string)said["restart_and_shutdown"]["sigint"]!);
    }

    [Fact]
    public void The_kernel_ends_when_its_parent_is_killed() => Assert.True((bool)said["orphan"]["ended"]!);

    [Fact]
    public void The_heartbeat_echoes_any_bytes() => Assert.All(said["heartbeat"].AsArray(), echoed => Assert.True((bool)echoed!));

    [Fact]
    public void Ten_thousand_prints_are_a_few_messages_and_lose_nothing()
    {
        Assert.True((bool)said["floods"]["prints_intact"]!);
        Assert.InRange((int)said["floods"]["print_messages"]!, 1, 100);
    }

    [Fact]
    public void Fifty_megabytes_arrive_whole_as_text_and_as_result()
    {
        Assert.Equal(50_000_000, (int)said["floods"]["huge"]!);
        Assert.Equal(50_000_000, (int)Assert.Single(said["floods"]["huge_result"]!.AsArray())!);
    }

    [Fact]
    public void A_thousand_queued_cells_run_in_order() => Assert.True((bool)said["floods"]["queued_in_order"]!);

    [Fact]
    public void Printed_text_arrives_while_the_cell_still_runs()
    {
        Assert.Equal("ok", said["live_stream"].Status());
        Assert.Equal(["early\n", "late\n"], said["live_stream"].Contents("stream").Select(content => (string)content["text"]!));
    }

    [Fact]
    public void Two_clients_get_their_own_replies_and_see_all_outputs()
    {
        var two = said["two_clients"];
        Assert.Equal("of the first\n", two["first"]!.Text());
        Assert.Equal("1", two["first"]!.Result());
        Assert.Equal("2", two["second"]!.Result());
        Assert.Equal("of the second\n", (string)Assert.Single(two["seen_by_first"]!.AsArray())!["content"]!["text"]!);
        Assert.True((bool)two["no_stray_reply"]!);
    }

    [Fact]
    public void A_late_subscriber_misses_nothing() =>
        Assert.Equal(["iopub_welcome", "starting", "busy", "execute_input", "execute_result", "idle"], said["late_subscriber"]["first"]!.Texts());

    // JupyterLab shows the kernel as "Unknown" until it hears its state, and after a crash it is the second to subscribe.
    [Fact]
    public void A_subscriber_for_whom_nothing_was_kept_hears_the_state_of_the_kernel() =>
        Assert.Equal(["iopub_welcome", "idle"], said["late_subscriber"]["second"]!.Texts());

    [Fact]
    public void Input_is_asked_of_the_front_end_that_runs_the_cell()
    {
        var stdin = said["stdin"];
        Assert.Equal("name?", (string)stdin["request"]!["prompt"]!);
        Assert.False((bool)stdin["request"]!["password"]!);
        Assert.Equal("execute_request", (string)stdin["parent"]!);
        Assert.Equal("Ada!", stdin["asked"]!.Result());
        Assert.Equal("please: ", stdin["asked"]!.Text());
        Assert.Equal("typed", stdin["read"]!.Result());
        Assert.True((bool)stdin["password"]!["password"]!);
    }

    [Fact]
    public void A_front_end_without_input_is_told_so_at_once()
    {
        var refused = said["stdin"]["refused"]!;
        Assert.Equal("error", refused.Status());
        Assert.Contains("allow_stdin", (string)refused.Reply()["evalue"]!);
    }

    [Fact]
    public void A_question_can_be_interrupted()
    {
        Assert.Equal("Interrupted", (string)said["stdin"]["interrupted"]!.Reply()["ename"]!);
        Assert.Equal("The cell was stopped.", (string)said["stdin"]["console"]!.Reply()["evalue"]!);
        Assert.Equal("1", said["stdin"]["after"]!.Result());
    }

    [Theory]
    [InlineData("replayed")]
    [InlineData("wrong_key")]
    [InlineData("changed")]
    [InlineData("unsigned")]
    [InlineData("no_delimiter")]
    [InlineData("nothing_after")]
    [InlineData("too_few")]
    [InlineData("not_json")]
    [InlineData("not_object")]
    [InlineData("not_utf8")]
    [InlineData("no_type")]
    [InlineData("deep")]
    public void An_intruder_gets_no_answer(string message)
    {
        Assert.True((bool)said["intruders"]["answered"]!["good"]!);
        Assert.False((bool)said["intruders"]["answered"]![message]!);
        Assert.Equal("42", said["intruders"]["alive"]!.Result());
    }

    [Fact]
    public void A_wrong_request_gets_an_error_reply()
    {
        Assert.Equal("error", said["intruders"]["bad_content"]!.Status());
        Assert.Contains("code", (string)said["intruders"]["bad_content"]!.Reply()["evalue"]!);
        Assert.Equal("dream_reply", (string)said["intruders"]["unknown"]!["type"]!);
        Assert.Equal("error", said["intruders"]["unknown"]!.Status());
    }

    [Fact]
    public void A_request_refused_half_way_leaves_nothing_to_interrupt()
    {
        Assert.Contains("allow_stdin", (string)said["intruders"]["bad_flag"]!.Reply()["evalue"]!);
        Assert.Equal("ok", said["intruders"]["interrupted"]!.Status());
    }

    [Fact]
    public void Nbconvert_runs_a_notebook()
    {
        var runners = said["runners"];
        Assert.True((int)runners["nbconvert"]! == 0, (string)runners["log"]!);
        Assert.Equal("C#", (string)runners["language"]!["name"]!);
        Assert.Empty(runners["outputs"]![0]!.AsArray());
        Assert.Equal(["stream", "execute_result"], runners["outputs"]![1]!.AsArray().Select(output => (string)output!["output_type"]!));
        Assert.Equal("20", (string)runners["outputs"]![2]![0]!["data"]!["text/plain"]!);
    }

    [Fact]
    public void Nbclient_reports_an_error_and_interrupts_what_takes_too_long()
    {
        var runners = said["runners"];
        Assert.Equal(["System.ArgumentException", "bad"], runners["error"]!.Texts());
        Assert.Equal("error", (string)Assert.Single(runners["endless"]![0]!.AsArray())!["output_type"]!);
        Assert.Equal("next", (string)runners["endless"]![1]![0]!["data"]!["text/plain"]!);
    }
}
