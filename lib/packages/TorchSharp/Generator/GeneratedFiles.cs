namespace TorchSharp.Generator;

/// <summary>Everything that is generated, by file name.</summary>
internal static class GeneratedFiles
{
    internal static IEnumerable<(string File, string Text)> Render(string folder) =>
        OperatorTable.Render(File.ReadAllText(Path.Combine(folder, "Generator", "operators.txt")).ReplaceLineEndings("\n"))
            .Concat(Factories.Render())
            .Append(ScalarOperators.Render())
            .Append(SequentialBases.Render());
}
