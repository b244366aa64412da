using System.Text.Json.Nodes;

namespace Lessons.Tests;

/// <summary>
/// The metadata that nbgrader reads, by version 3 of its schema
/// (https://nbgrader.readthedocs.io/en/stable/contributor_guide/metadata.html): which keys a cell has, and what may go together.
/// </summary>
public sealed class NbgraderTests
{
    private const int SchemaVersion = 3;

    private static readonly string[] Flags = ["grade", "solution", "locked", "task"];

    public static TheoryData<string> Notebooks => [.. Prose.Notebooks];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_cell_that_nbgrader_reads_is_as_its_schema_wants_it(string file)
    {
        var cells = Graded(file);
        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.Null(Problem(cell)));
        Assert.Equal(cells.Count, cells.Select(cell => (string)Metadata(cell)["grade_id"]!).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_answer_is_graded_and_every_graded_cell_is_worth_points(string file)
    {
        var cells = Graded(file).Select(Metadata).ToList();
        Assert.All(cells.Where(cell => (bool)cell["grade"]!), cell => Assert.True((double)cell["points"]! > 0, $"{cell["grade_id"]} is worth no points"));
        var graded = cells.Where(cell => (bool)cell["grade"]!).Select(cell => (string)cell["grade_id"]!).ToList();
        Assert.All(
            cells.Where(cell => (bool)cell["solution"]! && !(bool)cell["grade"]!).Select(cell => (string)cell["grade_id"]!),
            answer => Assert.Contains(graded, id => id.StartsWith(answer.Split('-')[0], StringComparison.Ordinal)));
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { """{"grade":true,"grade_id":"a","locked":true,"schema_version":2,"solution":false,"task":false,"points":1}""", "schema_version" },
        { """{"grade":true,"grade_id":"a b","locked":true,"schema_version":3,"solution":false,"task":false,"points":1}""", "grade_id" },
        { """{"grade":true,"grade_id":"a","locked":true,"schema_version":3,"solution":false,"task":false}""", "points" },
        { """{"grade":true,"grade_id":"a","locked":true,"schema_version":3,"solution":false,"task":false,"points":-1}""", "points" },
        { """{"grade":false,"grade_id":"a","locked":false,"schema_version":3,"solution":true,"task":false,"points":1}""", "points" },
        { """{"grade":false,"grade_id":"a","locked":false,"schema_version":3,"solution":true}""", "task" },
        { """{"grade":true,"grade_id":"a","locked":false,"schema_version":3,"solution":true,"task":true,"points":1}""", "task" },
        { """{"grade":true,"grade_id":"a","locked":false,"schema_version":3,"solution":false,"task":false,"points":1}""", "locked" },
        { """{"grade":false,"grade_id":"a","locked":true,"schema_version":3,"solution":true,"task":false}""", "locked" },
        { """{"grade":true,"grade_id":"a","locked":true,"schema_version":3,"solution":false,"task":false,"points":1,"cell_type":"markdown"}""", "cell_type" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void What_nbgrader_would_refuse_is_found(string metadata, string key) =>
        Assert.Equal(key, Problem(new JsonObject { ["cell_type"] = "code", ["metadata"] = new JsonObject { ["nbgrader"] = JsonNode.Parse(metadata) } }));

    /// <summary>The key that is not as it should be, or null.</summary>
    private static string? Problem(JsonNode cell)
    {
        var metadata = Metadata(cell);
        if (metadata["schema_version"]?.GetValueKind() != System.Text.Json.JsonValueKind.Number || (int)metadata["schema_version"]! != SchemaVersion)
        {
            return "schema_version";
        }

        if (Flags.FirstOrDefault(flag => metadata[flag]?.GetValueKind() is not (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False)) is { } missing)
        {
            return missing;
        }

        var (grade, solution, locked, task) = ((bool)metadata["grade"]!, (bool)metadata["solution"]!, (bool)metadata["locked"]!, (bool)metadata["task"]!);
        if ((string?)metadata["grade_id"] is not { Length: > 0 } id || id.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
        {
            return "grade_id";
        }

        // Points belong to what is graded, and to that only.
        if (grade || task ? metadata["points"] is not JsonValue points || (double)points < 0 : metadata["points"] is not null)
        {
            return "points";
        }

        if (task && (grade || solution))
        {
            return "task";
        }

        // Tests are locked against changes; what students write is not.
        if (locked == solution)
        {
            return "locked";
        }

        return metadata["cell_type"] is { } type && (string)type! != (string)cell["cell_type"]! ? "cell_type" : null;
    }

    private static JsonObject Metadata(JsonNode cell) => cell["metadata"]!["nbgrader"]!.AsObject();

    private static List<JsonNode> Graded(string file) =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(RnnNotebooks.Cli.Repository.Root, file)))!["cells"]!.AsArray().Where(cell => cell!["metadata"]?["nbgrader"] is not null).Select(cell => cell!)];
}
