using RnnNotebooks.Cli;

namespace Lessons.Tests;

/// <summary>The lessons of the checkout.</summary>
internal static class LessonFiles
{
    public static string Solutions => Path.Combine(Repository.Notebooks, "solutions");

    public static string Twins => Path.Combine(Repository.Notebooks, "dib");

    public static IEnumerable<string> Names => Directory.GetFiles(Solutions, "*.ipynb").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    public static TheoryData<string> Each => [.. Names];

    public static string Student(string name) => Path.Combine(Repository.Notebooks, name + ".ipynb");

    public static string Solution(string name) => Path.Combine(Solutions, name + ".ipynb");
}
