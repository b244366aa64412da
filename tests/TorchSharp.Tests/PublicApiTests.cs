using System.Reflection;
using System.Runtime.CompilerServices;

namespace TorchSharp.Tests;

/// <summary>What the package shows to its users, reviewed as differences of api.approved.txt.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        string surface = string.Concat(typeof(torch).Assembly.GetExportedTypes()
            .SelectMany(Lines)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(l => l + "\n"));
        string approved = Path.Combine(Path.GetDirectoryName(Here())!, "api.approved.txt");
        string known = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (surface != known) File.WriteAllText(approved.Replace("approved", "received", StringComparison.Ordinal), surface);
        Assert.True(surface == known, "The public surface changed: compare api.received.txt with api.approved.txt.");
    }

    private static IEnumerable<string> Lines(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => m is not MethodInfo { IsSpecialName: true } || m.Name.StartsWith("op_", StringComparison.Ordinal))
            .Where(m => m is not Type)
            .Select(m => $"{type.FullName} | {m}")
            .Prepend($"{type.FullName}");

    private static string Here([CallerFilePath] string file = "") => file;
}
