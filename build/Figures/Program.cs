// Draws every figure of the lessons into images/, and the table in images/README.md that says which call draws which:
//     dotnet run --project build/Figures [folder]
using RnnNotebooks;

var folder = args.Length > 0 ? args[0] : Path.Combine(FindRepository(), "images");
Directory.CreateDirectory(folder);
foreach (var (path, text) in FigureCatalog.Files())
    File.WriteAllText(Path.Combine(folder, path), text);
Console.WriteLine($"{FigureCatalog.All.Count} figures written to {folder}.");

static string FindRepository()
{
    for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
    {
        if (File.Exists(Path.Combine(folder.FullName, "RnnNotebooks.sln")))
            return folder.FullName;
    }

    throw new DirectoryNotFoundException("RnnNotebooks.sln is in no folder above this program: name the folder to write to.");
}
