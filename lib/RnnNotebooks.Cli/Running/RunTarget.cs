namespace RnnNotebooks.Cli.Running;

/// <summary>Where the outputs of a run go.</summary>
/// <param name="Writes">False where they are only compared with the saved ones.</param>
/// <param name="OutFolder">The folder for the executed copy, or null to write where the notebook is.</param>
public sealed record RunTarget(bool Writes, string? OutFolder)
{
    /// <summary>Into the notebook itself.</summary>
    public static RunTarget InPlace { get; } = new(true, null);

    /// <summary>Compared only.</summary>
    public static RunTarget Nowhere { get; } = new(false, null);

    /// <summary>Into a copy of the same name.</summary>
    public static RunTarget Folder(string folder) => new(true, folder);
}
