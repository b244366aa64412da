namespace RnnNotebooks.Engine;

/// <summary>All the magics there are.</summary>
internal static class Magics
{
    private static readonly Magic s_package = new("#r", "Restores a package and references it: #r \"nuget:Id,version\".", PackageMagics.AddPackageAsync)
    {
        IsHoisted = true,
    };

    private static readonly Magic s_source = new("#i", "Adds a package feed or folder: #i \"nuget:folder\".", PackageMagics.AddSourceAsync)
    {
        IsHoisted = true,
    };

    private static readonly Dictionary<string, Magic> s_all = new Magic[]
    {
        s_package,
        s_source,
        new("#!import", "Runs the cells of a notebook or script.", ImportMagic.RunAsync) { Options = ["--file"] },
        new("#!time", "Shows how long the cell took.", call =>
        {
            Submissions.Time(call.Context);
            return Task.CompletedTask;
        })
        { IsHoisted = true },
        new("#!who", "Lists the variables.", ValueMagics.WhoAsync),
        new("#!whos", "Lists the variables with types and values.", ValueMagics.WhosAsync),
        new("#!set", "Sets a variable: #!set --name n --value v.", ValueMagics.SetAsync) { Options = ["--name", "--value", "--mime-type"] },
        new("#!share", "Takes a variable from another kernel: #!share --name n --from k.", ValueMagics.ShareAsync)
        {
            Options = ["--name", "--from", "--as", "--mime-type"],
        },
        new("#!value", "Stores a value: #!value --name n, then the text, or --from-file or --from-value.", ValueMagics.StoreAsync)
        {
            Options = ["--name", "--from-file", "--from-value", "--from-url", "--mime-type"],
        },
        new("#!about", "What runs here.", AboutMagics.AboutAsync),
        new("#!lsmagic", "Lists the magics and the kernels.", AboutMagics.ListAsync),
    }.ToDictionary(magic => magic.Name, StringComparer.Ordinal);

    public static IEnumerable<Magic> All => s_all.Values;

    public static Magic? Find(string name) => s_all.GetValueOrDefault(name);

    /// <summary>Whether the lines after a magic are its text: <c>#!value</c> without a source of its own.</summary>
    public static bool TakesTheRest(MagicLine line) =>
        line.Name == "#!value" && !line.Options.Keys.Any(option => option.StartsWith("from", StringComparison.Ordinal));

    /// <summary>The magic behind <c>#r "nuget:…"</c> or <c>#i "…"</c>; a <c>#r</c> of a file is the compiler's own.</summary>
    public static Magic? PackageMagicFor(string line)
    {
        string rest = line.Length > 2 ? line[2..].TrimStart() : "";
        return !rest.StartsWith('"') ? null
            : line.StartsWith("#i", StringComparison.Ordinal) ? s_source
            : line.StartsWith("#r", StringComparison.Ordinal) && rest.StartsWith("\"nuget:", StringComparison.OrdinalIgnoreCase) ? s_package
            : null;
    }
}
