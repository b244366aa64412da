using System.Text.Json;

namespace RnnNotebooks.Tests;

/// <summary>Reads the golden values beside this file; each folder's README says where its numbers come from.</summary>
public static class Golden
{
    public static JsonElement Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", path)));
        return document.RootElement.Clone();
    }

    public static float[] Floats(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array
            ? [.. element.EnumerateArray().SelectMany(Floats)]
            : [element.GetSingle()];

    public static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, float tolerance = 1e-5f)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(MathF.Abs(expected[i] - actual[i]) <= tolerance, $"value {i}: {actual[i]} instead of {expected[i]}");
    }
}
