using System.Text.RegularExpressions;
using RnnNotebooks.Cli;

namespace Lessons.Tests;

/// <summary>Links and pictures in the lessons and README files lead somewhere; addresses on the internet are well formed (nothing is fetched).</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Files => [.. Prose.Notebooks, .. Prose.Readmes];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_link_and_every_picture_leads_somewhere(string file) => Assert.Empty(Broken(file, Prose.Markdown(file)));

    [Theory]
    [InlineData("[no file](gone.md)", "gone.md")]
    [InlineData("![no picture](../images/gone.svg)", "../images/gone.svg")]
    [InlineData("[no heading](README.md#gone)", "README.md#gone")]
    [InlineData("[no host](https://)", "https://")]
    [InlineData("[no such scheme](htp://example.org)", "htp://example.org")]
    [InlineData("[all three](README.md), [are](README.md#the-lessons) [there](https://example.org/a)")]
    [InlineData("`[code](gone.md)` is no link")]
    public void A_broken_link_is_found(string markdown, params string[] broken) => Assert.Equal(broken, Broken("notebooks/README.md", markdown));

    [Fact]
    public void Every_heading_that_the_tutorials_map_names_stands_in_its_lesson()
    {
        var rows = MapRow().Matches(Prose.Markdown("notebooks/README.md")).Select(row => row.Groups["where"].Value).ToList();
        Assert.True(rows.Count >= 40, $"only {rows.Count} rows of the tutorials' map were found");
        foreach (var row in rows)
        {
            var lessons = MapLesson().Matches(row);
            Assert.True(lessons.Count > 0 || row.StartsWith("left to a later lesson", StringComparison.Ordinal), $"no lesson is named in \"{row}\"");
            foreach (Match lesson in lessons)
            {
                var named = MapHeading().Matches(lesson.Groups["headings"].Value).Select(heading => heading.Groups["text"].Value).ToList();
                Assert.NotEmpty(named);
                Assert.Empty(named.Except(Prose.Headings(Path.Combine("notebooks", lesson.Groups["file"].Value))));
            }
        }
    }

    private static List<string> Broken(string file, string markdown) =>
        [.. Link().Matches(Prose.WithoutCode(markdown)).Select(link => link.Groups["to"].Value).Where(to => !Leads(file, to))];

    private static bool Leads(string file, string to)
    {
        if (to.Contains(':', StringComparison.Ordinal))
        {
            return Uri.TryCreate(to, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host.Contains('.', StringComparison.Ordinal);
        }

        var parts = to.Split('#', 2);
        var target = parts[0].Length == 0 ? file : Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, Uri.UnescapeDataString(parts[0])));
        var path = Path.Combine(Repository.Root, target);
        return parts.Length == 1 ? Path.Exists(path) : File.Exists(path) && Prose.Headings(target).Any(heading => Anchors(heading).Contains(Uri.UnescapeDataString(parts[1])));
    }

    // GitHub's anchor is in lower case and without punctuation; Jupyter keeps both.
    private static string[] Anchors(string heading) =>
        [NoAnchor().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-'), heading.Replace(' ', '-')];

    [GeneratedRegex(@"!?\[[^\]]*\]\((?<to>[^)\s]+)(?:\s[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoAnchor();

    [GeneratedRegex(@"^\| .+? \| (?<where>(?:\[[Ll]esson \d\]|left to).+) \|$", RegexOptions.Multiline)]
    private static partial Regex MapRow();

    [GeneratedRegex(@"\[[Ll]esson \d\]\((?<file>[^)]+)\)(?<headings>[^\[]*)")]
    private static partial Regex MapLesson();

    [GeneratedRegex(@"\*(?<text>[^*]+)\*")]
    private static partial Regex MapHeading();
}
