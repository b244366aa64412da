using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plotly.NET;

namespace PlotlyTests;

/// <summary>
/// Compares a result with the reviewed file of that name under Expectations/. With UPDATE_EXPECTATIONS=1 the files are written
/// instead, to be reviewed as a diff.
/// </summary>
internal static class Expectation
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Matches(string name, string actual, [CallerFilePath] string source = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(source)!, "Expectations", name);
        actual = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTATIONS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        Assert.True(File.Exists(path), $"There is no {name} under Expectations: run the tests with UPDATE_EXPECTATIONS=1 and review it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    /// <summary>The chart's JSON without what every chart starts from: template, size and configuration.</summary>
    public static string Json(GenericChart chart)
    {
        var figure = JsonNode.Parse(GenericChart.toJson(chart))!.AsObject();
        figure.Remove("config");
        figure["layout"]!.AsObject().Remove("template");
        return figure.ToJsonString(s_indented);
    }
}
