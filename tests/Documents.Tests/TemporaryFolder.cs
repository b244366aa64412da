namespace Documents.Tests;

/// <summary>A folder that is there for one test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("notebooks");

    public string Path => folder.FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Writes a notebook whose cells are a kind's first letter, a colon, and the text.</summary>
    public string WriteNotebook(string name, params string[] cells) => Write(name, Json(cells));

    public static string Json(params string[] cells)
    {
        IEnumerable<string> written = cells.Select((cell, i) => $$"""
              {
               "cell_type": "{{(cell[0] == 'm' ? "markdown" : "code")}}",{{(cell[0] == 'm' ? "" : "\n   \"execution_count\": 1,")}}
               "id": "c{{i}}",
               "metadata": {},{{(cell[0] == 'm' ? "" : $"\n   \"outputs\": [{{\"name\": \"stdout\", \"output_type\": \"stream\", \"text\": [\"out {i}\"]}}],")}}
               "source": {{System.Text.Json.JsonSerializer.Serialize(cell[2..])}}
              }
            """);
        return "{\n \"cells\": [\n" + string.Join(",\n", written) + "\n ],\n \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n";
    }

    public void Dispose() => folder.Delete(recursive: true);
}
