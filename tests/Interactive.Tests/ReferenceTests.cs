using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnNotebooks.Engine;

namespace Interactive.Tests;

public sealed class ReferenceTests : IDisposable
{
    private readonly Notebook _notebook = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("rnn").FullName;

    public void Dispose() => _notebook.Dispose();

    [Fact]
    public async Task A_referenced_dll_may_be_rebuilt_while_it_is_in_use()
    {
        string dll = Build("Lib1", "public static class Lib1 { public static int Value => 1; }");
        Assert.Equal(1, (await _notebook.Run($"#r \"{dll}\"\nLib1.Value")).Value);
        Build("Lib1", "public static class Lib1 { public static int Value => 2; public static int More => 3; }");
        Assert.Equal(1, (await _notebook.Run("Lib1.Value")).Value);
        using var next = new Notebook();
        Assert.Equal(2, (await next.Run($"#r \"{dll}\"\nLib1.Value")).Value);
    }

    [Fact]
    public async Task A_reloaded_dll_that_changed_asks_for_a_restart()
    {
        string dll = Build("Lib2", "public static class Lib2 { public static int Value => 1; }");
        await _notebook.Run($"#r \"{dll}\"\nLib2.Value");
        Build("Lib2", "public static class Lib2 { public static int Value => 2; }");
        var ran = await _notebook.Run($"#r \"{dll}\"\n1");
        Assert.Contains(ran.Result.Events, one => one is Microsoft.DotNet.Interactive.Events.DisplayedValueProduced shown
            && shown.FormattedValues.Any(value => value.Value.Contains("Restart the kernel", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_dll_finds_the_dll_and_the_native_library_beside_it()
    {
        string mathLibrary = File.ReadLines("/proc/self/maps").Select(line => line.Split(' ')[^1]).First(path => path.Contains("/libm.so", StringComparison.Ordinal));
        File.Copy(mathLibrary, Path.Combine(_folder, "libtinymath.so"));
        string inner = Build("Inner", """
            using System.Runtime.InteropServices;
            public static class Inner { [DllImport("tinymath", EntryPoint = "cos")] public static extern double Cos(double x); }
            """);
        string outer = Build("Outer", "public static class Outer { public static double One() => Inner.Cos(0); }", inner);
        Assert.Equal(1.0, (await _notebook.Run($"#r \"{outer}\"\nOuter.One()")).Value);
    }

    [Fact]
    public async Task A_loaded_script_may_reference_and_declare_with_paths_relative_to_itself()
    {
        Build("Lib3", "public static class Lib3 { public static int Value => 3; }");
        Directory.CreateDirectory(Path.Combine(_folder, "scripts"));
        string script = Path.Combine(_folder, "scripts", "setup.csx");
        await File.WriteAllTextAsync(script, "#r \"../Lib3.dll\"\nusing System.IO;\nint FromScript() => Lib3.Value;");
        Assert.Equal(3, (await _notebook.Run($"#load \"{script}\"\nFromScript()")).Value);
        Assert.Equal("x", (await _notebook.Run("Path.GetFileName(\"/a/x\") is var p && FromScript() == 3 ? p : \"\"")).Value);
    }

    [Fact]
    public async Task An_exception_in_a_loaded_script_names_the_script_and_its_line()
    {
        string script = Path.Combine(_folder, "broken.csx");
        await File.WriteAllTextAsync(script, "int n = 0;\nvoid Fail() => throw new InvalidOperationException(\"no\");\n");
        var ran = await _notebook.Run($"#load \"{script}\"\n\nFail();");
        Assert.Equal("System.InvalidOperationException: no\n   at Fail() in broken.csx, line 2\n   at cell 1, line 3", ran.Failure!.Message);
        await File.WriteAllTextAsync(script, "int n = nosuch;");
        Assert.Contains("(1,9): error CS0103: broken.csx: The name 'nosuch'", (await _notebook.Run($"#load \"{script}\"")).Failure!.Message);
        await File.WriteAllTextAsync(script, $"#load \"{script}\"");
        Assert.Equal("#load: broken.csx loads itself.", (await _notebook.Run($"#load \"{script}\"")).Failure!.Message);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var ran = await _notebook.Run("#load \"nosuch.csx\"");
        Assert.Contains("nosuch.csx", ran.Failure!.Message);
        Assert.Contains("nosuch.dll", (await _notebook.Run("#r \"nosuch.dll\"")).Failure!.Message);
    }

    [Theory]
    [InlineData("empty.dll", "")]
    [InlineData("notes.dll", "These are notes, not code.")]
    public async Task A_file_that_is_no_assembly_is_refused_by_name(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, content);
        Assert.Contains(name, (await _notebook.Run($"#r \"{path}\"\n1")).Failure!.Message);
        Assert.Equal(2, (await _notebook.Run("1 + 1")).Value);
    }

    [Fact]
    public async Task A_library_without_metadata_is_refused_by_name()
    {
        string path = Path.Combine(_folder, "native.dll");
        File.Copy("/proc/self/exe", path);
        Assert.Contains("native.dll", (await _notebook.Run($"#r \"{path}\"\n1")).Failure!.Message);
    }

    [Fact]
    public void A_dll_may_be_a_link_to_another_place()
    {
        string dll = Build("Lib5", "public static class Lib5 { public static int Value => 5; }");
        string link = Path.Combine(Directory.CreateTempSubdirectory("rnn").FullName, "Linked.dll");
        File.CreateSymbolicLink(link, dll);
        var session = new ScriptSession([.. ReferenceSet.Defaults, FrameworkReferences.Create(link)]);
        Assert.Null(session.Compile("Lib5.Value", "linked", CancellationToken.None).Error);
    }

    [Fact]
    public async Task Documentation_beside_a_dll_shows_on_hover()
    {
        string dll = Build("Lib4", "public static class Lib4 { /// <summary>Says hello.</summary>\npublic static int Hello() => 1; }", documentation: true);
        await _notebook.Run($"#r \"{dll}\"");
        Assert.Contains("Says hello.", await _notebook.Hover("Lib4.Hel|lo()"));
    }

    [Fact]
    public async Task A_package_is_restored_from_a_folder_with_its_real_error_shown()
    {
        string feed = Directory.CreateTempSubdirectory("feed").FullName;
        string dll = Build("TinyPackage", "public static class TinyPackage { public static int Value => 11; }");
        Pack(feed, "Rnn.TinyPackage", dll);
        var ran = await _notebook.Run($"#i \"nuget:{feed}\"\n#r \"nuget:Rnn.TinyPackage,1.0.0\"\nTinyPackage.Value");
        Assert.True(ran.Failure is null, ran.Failure?.Message);
        Assert.Equal(11, ran.Value);
    }

    [Fact]
    public async Task The_packages_of_this_engine_are_there_already()
    {
        var ran = await _notebook.Run("#r \"nuget:Microsoft.DotNet.Interactive,1.0.0-beta\"\nusing Microsoft.DotNet.Interactive;\nKernel.Root.Name");
        Assert.Equal(".NET", ran.Value);
    }

    [Fact]
    public async Task A_notebook_is_imported_cell_by_cell()
    {
        string path = Path.Combine(_folder, "other.dib");
        await File.WriteAllTextAsync(path, "#!markdown\n\n# Other\n\n#!csharp\n\nint imported = 5;\n");
        var ran = await _notebook.Run($"#!import \"{path}\"\nimported");
        Assert.True(ran.Failure is null, ran.Failure?.Message);
        Assert.Equal(5, ran.Value);
    }

    [Fact]
    public async Task An_error_in_an_imported_notebook_names_that_notebook_and_its_cell()
    {
        string path = Path.Combine(_folder, "broken.dib");
        await File.WriteAllTextAsync(path, "#!csharp\n\nint fine = 1;\n\n#!markdown\n\ntext\n\n#!csharp\n\n\nthrow new Exception(\"no\");\n");
        Assert.Equal("In broken.dib: System.Exception: no\n   at broken.dib, cell 2, line 1", (await _notebook.Run($"#!import \"{path}\"")).Failure?.Message);
        await File.WriteAllTextAsync(path, "#!csharp\n\nnosuch;\n");
        Assert.StartsWith("(1,1): error CS0103: broken.dib, cell 1: The name 'nosuch'", (await _notebook.Run($"#!import \"{path}\"")).Failure?.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_notebook_is_refused_in_a_sentence()
    {
        string path = Path.Combine(_folder, "notes.txt");
        await File.WriteAllTextAsync(path, "hello");
        var ran = await _notebook.Run($"#!import \"{path}\"");
        Assert.StartsWith("#!import: notes.txt is no notebook or script", ran.Failure?.Message);
    }

    [Fact]
    public void The_framework_assemblies_left_out_are_those_without_a_type()
    {
        var without = FrameworkReferences.Paths().Where(HasNoPublicType).Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(FrameworkFacades.Names.Order(StringComparer.Ordinal), without.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_library_made_for_an_older_framework_meets_todays_types()
    {
        string library = typeof(Assert).Assembly.Location; // it knows Task as a type of System.Threading.Tasks.dll, which only leads on
        var ran = await _notebook.Run($"#r \"{library}\"\nXunit.Assert.ThrowsAsync<ArgumentException>(() => Task.FromException(new ArgumentException(\"no\"))).Result.Message");
        Assert.True(ran.Failure is null, ran.Failure?.Message);
        Assert.Equal("no", ran.Value);
    }

    [Fact]
    public async Task Rare_parts_of_the_framework_need_no_reference()
    {
        var ran = await _notebook.Run("using System.Web;\nusing System.Net.Mail;\nHttpUtility.HtmlEncode(new MailAddress(\"a@b\").Host + \"<\")");
        Assert.True(ran.Failure is null, ran.Failure?.Message);
        Assert.Equal("b&lt;", ran.Value);
    }

    private static bool HasNoPublicType(string path)
    {
        using var file = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(path));
        var metadata = System.Reflection.Metadata.PEReaderExtensions.GetMetadataReader(file);
        return !metadata.TypeDefinitions.Any(type =>
            (metadata.GetTypeDefinition(type).Attributes & System.Reflection.TypeAttributes.VisibilityMask) == System.Reflection.TypeAttributes.Public);
    }

    private static void Pack(string feed, string id, string dll)
    {
        using var file = File.Create(Path.Combine(feed, $"{id}.1.0.0.nupkg"));
        using var package = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create);
        using (var nuspec = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open()))
        {
            nuspec.Write($"<package><metadata><id>{id}</id><version>1.0.0</version><authors>tests</authors><description>A test.</description></metadata></package>");
        }

        using var lib = package.CreateEntry($"lib/net10.0/{Path.GetFileName(dll)}").Open();
        lib.Write(File.ReadAllBytes(dll));
    }

    private string Build(string name, string code, string? reference = null, bool documentation = false)
    {
        var references = FrameworkReferences.Paths().Concat(reference is null ? [] : [reference]).Select(path => MetadataReference.CreateFromFile(path));
        var tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(documentationMode: DocumentationMode.Parse));
        var compilation = CSharpCompilation.Create(name, [tree], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        string path = Path.Combine(_folder, name + ".dll");
        using var image = File.Create(path);
        using var xml = documentation ? File.Create(Path.ChangeExtension(path, ".xml")) : null;
        var result = compilation.Emit(image, xmlDocumentationStream: xml);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}
