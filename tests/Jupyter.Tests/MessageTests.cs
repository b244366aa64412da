using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Documents.Jupyter;

namespace Jupyter.Tests;

[Collection(ConversationTests.Name)]
public sealed class MessageTests(TheConversation said)
{
    [Fact]
    public void Every_message_has_the_fields_that_the_protocol_asks_for() =>
        Assert.Empty(said["violations"].Texts().Concat(said["comms"]["violations"]!.Texts()));

    [Fact]
    public void The_kernel_says_starting_once_and_first()
    {
        var states = said["starts"]["states"]!.Texts().Where(state => state is "starting" or "busy" or "idle").ToList();
        Assert.Equal("starting", states[0]);
        Assert.Single(states, "starting");
        Assert.False((bool)said["starts"]["starting_has_parent"]!);
    }

    [Theory]
    [InlineData("shell")]
    [InlineData("control")]
    public void Kernel_info_is_answered_on_both_channels(string channel)
    {
        var info = said["kernel_info"][channel]!;
        Assert.Equal("kernel_info_reply", (string)info["type"]!);
        Assert.Equal("ok", info.Status());
        Assert.Equal("5.5", (string)info.Reply()["protocol_version"]!);
        Assert.NotEmpty((string)info.Reply()["banner"]!);
        Assert.Equal(["status", "status"], info.Types());
    }

    [Fact]
    public void The_kernel_says_of_its_language_what_a_saved_notebook_says()
    {
        // JupyterLab copies the kernel's words into the notebook that it opens, and calls it changed where they differ.
        var saved = JsonNode.Parse(new InteractiveDocument().ToJupyterJson("csharp"))!["metadata"]!["language_info"]!;

        var kernels = said["kernel_info"]["shell"]!.Reply()["language_info"]!;

        Assert.Equal("C#", (string)saved["name"]!);
        Assert.True(JsonNode.DeepEquals(saved, kernels), $"The kernel says {kernels.ToJsonString()}, a notebook {saved.ToJsonString()}");
    }

    [Fact]
    public void A_result_comes_between_execute_input_and_idle()
    {
        var result = said["execute"]["result"]!;
        Assert.Equal(["status", "execute_input", "execute_result", "status"], result.Types());
        Assert.Equal("2", result.Result());
        Assert.Equal((int)result.Reply()["execution_count"]!, (int)result.Contents("execute_result").Single()["execution_count"]!);
        Assert.Equal("1+1", (string)result.Contents("execute_input").Single()["code"]!);
    }

    [Fact]
    public void Both_streams_are_published_and_in_order()
    {
        var printed = said["execute"]["printed"]!;
        Assert.Equal("out\nagain\n", printed.Text());
        Assert.Equal("err\n", printed.Text("stderr"));
        Assert.Equal(["stdout", "stderr", "stdout"], printed.Contents("stream").Select(content => (string)content["name"]!));
    }

    [Fact]
    public void A_statement_has_no_output_at_all() =>
        Assert.Equal(["status", "execute_input", "status"], said["execute"]["nothing"]!.Types());

    [Fact]
    public void A_compile_error_is_one_error_message_and_an_error_reply()
    {
        var broken = said["execute"]["compile_error"]!;
        Assert.Equal(["status", "execute_input", "error", "status"], broken.Types());
        Assert.Equal("error", broken.Status());
        Assert.Equal("CompilationError", (string)broken.Reply()["ename"]!);
        Assert.Contains("CS0103", (string)broken.Reply()["evalue"]!);
        Assert.NotEmpty(broken.Reply()["traceback"]!.AsArray());
    }

    [Fact]
    public void An_exception_keeps_what_was_printed_and_says_what_went_wrong()
    {
        var thrown = said["execute"]["exception"]!;
        Assert.Equal(["status", "execute_input", "stream", "error", "status"], thrown.Types());
        Assert.Equal("before\n", thrown.Text());
        var error = thrown.Contents("error").Single();
        Assert.Equal("System.InvalidOperationException", (string)error["ename"]!);
        Assert.Equal("not today", (string)error["evalue"]!);
        Assert.Contains("not today", string.Concat(error["traceback"]!.Texts()));
        Assert.Equal(error["traceback"]!.Texts(), thrown.Reply()["traceback"]!.Texts());
        Assert.Equal("7", said["execute"]["after"]!.Result());
    }

    [Fact]
    public void Null_and_text_beyond_ascii_are_shown()
    {
        Assert.Equal("<null>", said["execute"]["null"]!.Result());
        Assert.Equal("naïve 😀 ∂L/∂W", said["execute"]["unicode"]!.Result());
    }

    [Fact]
    public void A_silent_request_publishes_nothing_and_leaves_the_counter()
    {
        var silent = said["silent"];
        var before = (int)silent["before"]!;
        Assert.Equal(["status", "status"], silent["silent"]!.Types());
        Assert.Equal("ok", silent["silent"]!.Status());
        Assert.Equal(before, (int)silent["silent"]!.Reply()["execution_count"]!);
        Assert.Equal(["status", "status"], silent["silent_error"]!.Types());
        Assert.Equal("error", silent["silent_error"]!.Status());
        Assert.Equal(["status", "execute_input", "execute_result", "status"], silent["unstored"]!.Types());
        Assert.Equal(before + 1, (int)silent["after"]!.Reply()["execution_count"]!);
        Assert.Equal("3", silent["after"]!.Result());
    }

    [Fact]
    public void A_traceback_counts_the_cells_as_the_notebook_does()
    {
        var failed = said["silent"]["thrown"]!;
        Assert.Equal($"   at cell {failed.Reply()["execution_count"]}, line 1", failed.Reply()["traceback"]!.Texts().Last());
    }

    [Fact]
    public void An_error_aborts_the_execute_requests_behind_it_and_nothing_else()
    {
        var stopped = said["stop_on_error"]["stopped"]!.AsArray();
        Assert.Equal(["error", "aborted", "aborted"], stopped.Select(one => one!.Status()));
        Assert.Equal(["status", "status"], stopped[1]!.Types());
        Assert.Equal("ok", said["stop_on_error"]["other_request"]!.Status());
        Assert.Equal("later", said["stop_on_error"]["later"]!.Result());
    }

    [Fact]
    public void Without_stop_on_error_the_queue_goes_on() =>
        Assert.Equal(["error", "ok", "ok"], said["stop_on_error"]["went_on"]!.AsArray().Select(one => one!.Status()));

    [Fact]
    public void User_expressions_are_values_or_errors_each_for_itself()
    {
        var values = said["user_expressions"].Reply()["user_expressions"]!;
        Assert.Equal("10", (string)values["good"]!["data"]!["text/plain"]!);
        Assert.Equal("ok", (string)values["good"]!["status"]!);
        Assert.Equal("error", (string)values["bad"]!["status"]!);
        Assert.Equal("System.FormatException", (string)values["thrown"]!["ename"]!);
        Assert.Equal(["status", "execute_input", "status"], said["user_expressions"].Types());
    }

    [Fact]
    public void A_display_is_updated_under_its_id()
    {
        var updated = said["display"]["update"]!;
        var first = updated.Contents("display_data").Single();
        var second = updated.Contents("update_display_data").Single();
        Assert.Equal("first", (string)first["data"]!["text/plain"]!);
        Assert.Equal("second", (string)second["data"]!["text/plain"]!);
        Assert.NotEmpty((string)first["transient"]!["display_id"]!);
        Assert.Equal((string)first["transient"]!["display_id"]!, (string)second["transient"]!["display_id"]!);
    }

    [Fact]
    public void Json_is_unpacked_and_plain_text_stands_beside_it()
    {
        var data = said["display"]["json"]!.Contents("display_data").Single()["data"]!;
        Assert.Equal(2, data["application/vnd.plotly.v1+json"]!["data"]!.AsArray().Count);
        Assert.NotNull(data["text/plain"]);
        Assert.Equal("<b>bold</b>", (string)said["display"]["html"]!.Contents("display_data").Single()["data"]!["text/html"]!);
    }

    [Fact]
    public void Clearing_the_output_waits_where_it_is_told_to() =>
        Assert.True((bool)Assert.Single(said["display"]["clear"]!.Contents("clear_output"))["wait"]!);

    [Fact]
    public void Prints_displays_and_results_keep_their_order()
    {
        var order = said["display"]["order"]!;
        Assert.Equal(["status", "execute_input", "stream", "display_data", "stream", "execute_result", "status"], order.Types());
        Assert.Equal("ac", order.Text());
    }

    [Fact]
    public void The_history_has_a_tail_ranges_and_a_search()
    {
        var history = said["history"];
        Assert.Equal(["// [x] note", "h1 + 10"], Inputs(history["tail"]!));
        Assert.Equal("11", (string)history["tail_output"]!["history"]![0]![2]![1]!);
        var range = history["range"]!["history"]!.AsArray();
        Assert.Equal([1, 2], range.Select(entry => (int)entry![1]!));
        Assert.Empty(Inputs(history["earlier_session"]!));
        Assert.Equal(["h1 + 1", "h1 + 10"], Inputs(history["search"]!));
        Assert.Equal(["var h1 = 1;"], Inputs(history["search_unique"]!));
        Assert.Equal(["h1 + 10"], Inputs(history["search_n"]!));
        Assert.Contains("h1 + 1", Inputs(history["search_class"]!));
        Assert.Equal("error", (string)history["unknown"]!["status"]!);
    }

    [Fact]
    public void A_comm_opens_talks_is_listed_and_closes()
    {
        var comms = said["comms"];
        Assert.Equal("comm_close", (string)Assert.Single(comms["unknown"]!.AsArray())!["type"]!);
        Assert.Equal(1, (int)Assert.Single(comms["open"]!.AsArray())!["content"]!["data"]!["hello"]!);
        Assert.Equal("😀", (string)Assert.Single(comms["message"]!.AsArray())!["content"]!["data"]!["x"]![1]!);
        Assert.Equal("echo", (string)comms["info"]!["comms"]!["c1"]!["target_name"]!);
        Assert.Single(comms["info_all"]!["comms"]!.AsObject());
        Assert.Empty(comms["info_other"]!["comms"]!.AsObject());
        Assert.Empty(comms["to_nobody"]!.AsArray());
        Assert.Empty(comms["info_closed"]!["comms"]!.AsObject());
    }

    private static string[] Inputs(JsonNode reply) => [.. reply["history"]!.AsArray().Select(entry => (string)entry![2]!)];
}
