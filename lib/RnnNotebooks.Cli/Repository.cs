namespace RnnNotebooks.Cli;

/// <summary>Where the checkout lies that this command was built from: the nearest folder upwards that holds RnnNotebooks.sln.</summary>
public static class Repository
{
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>The checkout's root folder.</summary>
    /// <exception cref="UserException">The command was copied out of its checkout.</exception>
    public static string Root => Found.Value;

    /// <summary>The lessons, as students open them.</summary>
    public static string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>Everything that set-up and builds make.</summary>
    public static string Artifacts => Path.Combine(Root, "artifacts");

    private static string Find()
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "RnnNotebooks.sln")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new UserException(ExitCodes.Missing, "RnnNotebooks.sln was not found above this command; run ./rnn from the checkout it belongs to.");
    }
}
