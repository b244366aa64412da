using System.Runtime.InteropServices;

namespace RnnNotebooks.Documents;

/// <summary>
/// Replaces a file as a whole: the new content is written beside it, forced to the disk, and renamed over it. Whatever
/// fails before the renaming leaves the old file as it was.
/// </summary>
public static class AtomicFile
{
    private const int DiskFull = 28; // ENOSPC
    private const int QuotaExceeded = 122; // EDQUOT
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Writes <paramref name="content"/> to <paramref name="path"/>.</summary>
    /// <exception cref="NotebookException">It could not be written; the message says why and that the old file is unchanged.</exception>
    public static void Write(string path, ReadOnlyMemory<byte> content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Write(path, stream => stream.Write(content.Span));
    }

    internal static void Write(string path, Action<Stream> write)
    {
        string? temporary = null;
        try
        {
            // Renaming over a link would replace the link, not the file that it stands for.
            FileInfo file = new(path);
            string target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                KeepMode(target, stream);
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(temporary);
            throw new NotebookException(Sentence(path, e), e, NotebookProblem.NotWritten);
        }
    }

    private static void KeepMode(string target, FileStream stream)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && File.Exists(target))
        {
            File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
        }
    }

    private static void Discard(string? temporary)
    {
        try
        {
            if (temporary is not null)
            {
                File.Delete(temporary);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to tell; a file left over is named .tmp and harms nothing.
            System.Diagnostics.Trace.TraceWarning(e.Message);
        }
    }

    private static string Sentence(string path, Exception e)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string reason = e switch
        {
            DirectoryNotFoundException => $"the folder {folder} does not exist",
            FileNotFoundException => $"no file can be made in {folder}",
            UnauthorizedAccessException => $"writing in {folder} is not allowed",
            IOException { HResult: DiskFull or QuotaExceeded or WindowsDiskFull } => $"the disk that holds {folder} is full",
            _ when !Directory.Exists(folder) => $"{folder} is not a folder",
            _ => e.Message.TrimEnd('.'),
        };
        return $"{Path.GetFileName(path)} could not be saved: {reason}; {(File.Exists(path) ? "the file on disk is unchanged" : "nothing was written")}.";
    }
}
