using System.Collections.Frozen;
using Microsoft.CodeAnalysis;

namespace RnnNotebooks.Engine;

/// <summary>
/// The framework's assemblies that hold no type, only where older libraries' names for them lead. The compiler asks every
/// reference for every name, in every cell: 60 of 167 that can have no answer are referenced only once a library asks for them.
/// </summary>
internal static class FrameworkFacades
{
    public static readonly FrozenSet<string> Names = new[]
    {
        "Microsoft.VisualBasic", "System.AppContext", "System.Buffers", "System.ComponentModel.DataAnnotations",
        "System.Configuration", "System.Core", "System.Data.DataSetExtensions", "System.Data", "System.Diagnostics.Debug",
        "System.Diagnostics.Tools", "System.Drawing", "System.Dynamic.Runtime", "System.Globalization.Calendars",
        "System.Globalization.Extensions", "System.Globalization", "System.IO.Compression.FileSystem",
        "System.IO.FileSystem.Primitives", "System.IO.FileSystem", "System.IO.UnmanagedMemoryStream", "System.IO",
        "System.Net.ServicePoint", "System.Net", "System.Numerics", "System.Reflection.Extensions", "System.Reflection",
        "System.Resources.Reader", "System.Resources.ResourceManager", "System.Runtime.CompilerServices.Unsafe",
        "System.Runtime.Extensions", "System.Runtime.Handles", "System.Runtime.InteropServices.RuntimeInformation",
        "System.Runtime.Serialization", "System.Security.Cryptography.Algorithms", "System.Security.Cryptography.Cng",
        "System.Security.Cryptography.Csp", "System.Security.Cryptography.Encoding", "System.Security.Cryptography.OpenSsl",
        "System.Security.Cryptography.Primitives", "System.Security.Cryptography.X509Certificates",
        "System.Security.Principal", "System.Security.SecureString", "System.Security", "System.ServiceModel.Web",
        "System.ServiceProcess", "System.Text.Encoding", "System.Threading.Tasks.Extensions", "System.Threading.Tasks",
        "System.Threading.Timer", "System.Transactions", "System.ValueTuple", "System.Web", "System.Windows",
        "System.Xml.Linq", "System.Xml.Serialization", "System.Xml.XmlDocument", "System.Xml", "System", "WindowsBase",
        "mscorlib", "netstandard",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly Dictionary<string, PortableExecutableReference> s_made = new(StringComparer.Ordinal);

    public static bool IsFacade(string path) => Names.Contains(Path.GetFileNameWithoutExtension(path));

    /// <summary>The reference of a facade, one for the process, or null where the framework has none of this name.</summary>
    public static PortableExecutableReference? Find(string name)
    {
        lock (s_made)
        {
            if (!s_made.TryGetValue(name, out var made)
                && Names.Contains(name)
                && FrameworkReferences.Paths().FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == name) is { } found)
            {
                s_made[name] = made = FrameworkReferences.Create(found);
            }

            return made;
        }
    }
}
