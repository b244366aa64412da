using System.Text.Json;
using System.Text.Json.Serialization;

namespace RnnNotebooks.Cli.Running;

/// <summary>How a cell, or the notebook, stands; one line of JSON from the process that runs a notebook to the one that reports.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Cell">The number of the code cell, from 1; 0 where the report is of the whole notebook.</param>
/// <param name="Of">How many code cells there are.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Message">What went wrong, or how a cell differs from what was saved, in a sentence.</param>
/// <param name="Line">The number of the line in the cell, from 1; 0 where unknown.</param>
/// <param name="SourceLine">That line's text.</param>
/// <param name="ExitCode">For <see cref="ReportKind.Refused"/>: one of <see cref="ExitCodes"/>.</param>
public sealed record CellReport(ReportKind Kind, int Cell = 0, int Of = 0, double Seconds = 0, string? Message = null, int Line = 0, string? SourceLine = null, int ExitCode = 0)
{
    /// <summary>The report as one line of JSON.</summary>
    public string ToLine() => JsonSerializer.Serialize(this, ReportJson.Default.CellReport);

    /// <summary>Reads what <see cref="ToLine"/> wrote, or null for any other line.</summary>
    public static CellReport? FromLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ReportJson.Default.CellReport);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What a <see cref="CellReport"/> tells of.</summary>
public enum ReportKind
{
    /// <summary>A cell began.</summary>
    Started,

    /// <summary>A cell ran to its end.</summary>
    Ran,

    /// <summary>A cell did not compile, threw, or was cancelled.</summary>
    Failed,

    /// <summary>A cell ran, and its outputs differ from the saved ones.</summary>
    Differs,

    /// <summary>The notebook was saved.</summary>
    Saved,

    /// <summary>The notebook could not be run, or could not be saved.</summary>
    Refused,
}

[JsonSerializable(typeof(CellReport))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class ReportJson : JsonSerializerContext;
