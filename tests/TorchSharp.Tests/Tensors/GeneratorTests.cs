using System.Runtime.CompilerServices;
using TorchSharp.Generator;

namespace TorchSharp.Tests.Tensors;

public class GeneratorTests
{
    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../lib/packages/TorchSharp"));

    public static TheoryData<string, string> Files()
    {
        var files = new TheoryData<string, string>();
        foreach ((string file, string text) in GeneratedFiles.Render(Folder())) files.Add(file, text);
        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Generating_again_changes_nothing(string file, string text) =>
        Assert.True(
            text == File.ReadAllText(Path.Combine(Folder(), "Generated", file)),
            $"{file} is not what the generator writes: run dotnet run --project lib/packages/TorchSharp/Generator");

    [Fact]
    public void Every_operator_of_the_table_exists_in_libtorch()
    {
        string[] fields = [.. typeof(Interop.Aten).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)
            .Select(f => ((Interop.Op)f.GetValue(null)!).Missing())
            .OfType<string>()];
        Assert.Empty(fields);
    }
}
