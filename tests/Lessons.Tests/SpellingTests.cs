using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using RnnNotebooks.Cli;

namespace Lessons.Tests;

/// <summary>
/// The spelling of all prose, by Hunspell's British dictionary and the words of this project's trade in words.txt. A word that is
/// right but unknown goes on that list; a word that nobody uses any more comes off it.
/// </summary>
public sealed partial class SpellingTests
{
    private static readonly string List = Path.Combine(Repository.Root, "tests", "Lessons.Tests", "words.txt");

    public static TheoryData<string> Files => [.. Prose.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_word_is_spelt_as_the_dictionary_or_the_list_has_it(string file) =>
        Assert.Empty(Misspelt(Prose.Plain(file)).Except(File.ReadAllLines(List)));

    [Theory]
    [InlineData("A netwrok reads a sequence.", "netwrok")]
    [InlineData("It has `netwrok` and $netwrok$ and [a link](netwrok.md), and no mistake.")]
    [InlineData("The colour of the state's output, of seq2seq and of x_t", "seq2seq")]
    public void Only_prose_is_checked_and_a_mistake_in_it_is_found(string markdown, params string[] mistakes) =>
        Assert.Equal(mistakes, Misspelt(Prose.PlainMarkdown(markdown)));

    [Fact]
    public void A_page_of_the_site_is_read_without_its_code()
    {
        const string page = "Titel\n=====\n\nRead ``abcd`` and :doc:`efgh`, or run::\n\n    ijkl mnop\n\n.. toctree::\n   :qrst: 1\n\nuvwx at `the end <https://yzab.example>`_.\n";
        Assert.Equal(["Titel", "uvwx"], Misspelt(Prose.PlainRst(page)));
    }

    [Fact]
    public void The_list_is_sorted_and_every_word_of_it_is_needed()
    {
        var list = File.ReadAllLines(List);
        Assert.Equal(list.Distinct().Order(StringComparer.Ordinal), list);
        Assert.Empty(list.Except(Prose.Files.SelectMany(file => Misspelt(Prose.Plain(file)))));
    }

    private static List<string> Misspelt(string text)
    {
        var words = Word().Matches(text.Replace('’', '\'')).Select(word => Possessive().Replace(word.Value, "")).Distinct().ToList();
        using var hunspell = Start();
        hunspell.StandardInput.Write(string.Join('\n', words));
        hunspell.StandardInput.Close();
        var unknown = hunspell.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var complaint = hunspell.StandardError.ReadToEnd();
        Assert.True(complaint.Length == 0, complaint);
        return [.. words.Where(unknown.Contains)];
    }

    private static Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("hunspell", ["-d", "en_GB", "-i", "utf-8", "-l"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException("hunspell is not installed; ./rnn setup --for test installs it.");
        }
    }

    // Letters, with digits after the first of them (seq2seq), and what an apostrophe joins on. x_t and --flag are no words.
    [GeneratedRegex(@"(?<![\w-])\p{L}[\p{L}\d]+(?:'\p{L}+)?(?!\w)")]
    private static partial Regex Word();

    [GeneratedRegex("'s$")]
    private static partial Regex Possessive();
}
