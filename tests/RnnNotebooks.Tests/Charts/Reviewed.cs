using System.Runtime.CompilerServices;

namespace RnnNotebooks.Tests.Charts;

/// <summary>Compares a result with its reviewed file under Expectations/; UPDATE_EXPECTATIONS=1 writes the files instead.</summary>
internal static class Reviewed
{
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
}
