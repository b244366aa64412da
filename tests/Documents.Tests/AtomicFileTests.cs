using RnnNotebooks.Documents;

namespace Documents.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("atomic");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_full_disk_leaves_the_old_file_and_no_other()
    {
        string path = Path.Combine(folder.FullName, "a.ipynb");
        File.WriteAllText(path, "old");
        const int diskFull = 28;

        NotebookException e = Assert.Throws<NotebookException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new IOException("No space left on device", diskFull);
        }));

        Assert.Equal($"a.ipynb could not be saved: the disk that holds {folder.FullName} is full; the file on disk is unchanged.", e.Message);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.FullName));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        string path = Path.Combine(folder.FullName, "none", "a.ipynb");

        NotebookException e = Assert.Throws<NotebookException>(() => AtomicFile.Write(path, "x"u8.ToArray()));

        Assert.Equal($"a.ipynb could not be saved: the folder {Path.GetDirectoryName(path)} does not exist; nothing was written.", e.Message);
    }

    [Fact]
    public void The_mode_of_the_old_file_is_kept()
    {
        string path = Path.Combine(folder.FullName, "a.ipynb");
        File.WriteAllText(path, "old");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }

        AtomicFile.Write(path, "new"u8.ToArray());

        Assert.Equal("new", File.ReadAllText(path));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == mode);
    }

    [Fact]
    public void A_link_still_links_after_its_file_was_replaced()
    {
        string target = Path.Combine(folder.FullName, "target.ipynb");
        string link = Path.Combine(folder.FullName, "link.ipynb");
        File.WriteAllText(target, "old");
        File.CreateSymbolicLink(link, target);

        AtomicFile.Write(link, "new"u8.ToArray());

        Assert.Equal("new", File.ReadAllText(target));
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }
}
