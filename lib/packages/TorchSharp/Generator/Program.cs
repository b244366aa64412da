using TorchSharp.Generator;

// dotnet run --project lib/packages/TorchSharp/Generator -- lib/packages/TorchSharp
string folder = args.Length > 0 ? args[0] : Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../lib/packages/TorchSharp"));
foreach ((string file, string text) in GeneratedFiles.Render(folder))
{
    string path = Path.Combine(folder, "Generated", file);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, text);
    Console.WriteLine(path);
}
