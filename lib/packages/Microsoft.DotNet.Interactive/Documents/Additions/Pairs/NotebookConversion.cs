using System.Text;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Documents.Jupyter;

namespace RnnNotebooks.Documents;

/// <summary>Between .ipynb and .dib files.</summary>
public static class NotebookConversion
{
    /// <summary>
    /// Writes <paramref name="from"/> in the format that the ending of <paramref name="to"/> names. Paths of #load, #r, links
    /// and images still lead to the same files where the folder is another. A .dib file holds no outputs, ids and metadata.
    /// </summary>
    /// <exception cref="NotebookException">A file cannot be read or written; the message says why, and nothing was changed.</exception>
    public static void Convert(string from, string to)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(from);
        ArgumentException.ThrowIfNullOrWhiteSpace(to);
        if (!(DocumentFiles.IsNotebook(to) || DocumentFiles.IsDib(to)))
        {
            throw new NotebookException($"{to} names neither format: its ending must be .ipynb or .dib.");
        }

        InteractiveDocument document = Read(from);
        foreach (InteractiveDocumentElement element in document.Elements)
        {
            element.Contents = RelativePaths.Rebase(element.Contents, element.KernelName ?? PolyglotMetadata.CSharp, FolderOf(from), FolderOf(to));
        }

        Write(to, DocumentFiles.IsNotebook(to) ? document.ToJupyterJson() : Dib(from, document));
    }

    internal static InteractiveDocument Read(string path)
    {
        if (DocumentFiles.IsNotebook(path))
        {
            return JupyterFormat.Read(NotebookFile.Load(path), null);
        }

        return DocumentFiles.Read(Path.GetFileName(path), ReadText(path), null);
    }

    internal static string Dib(string name, InteractiveDocument document)
    {
        try
        {
            return document.ToCodeSubmissionContent();
        }
        catch (NotebookException e)
        {
            throw new NotebookException($"{Path.GetFileName(name)}: {e.Message}", e);
        }
    }

    internal static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    internal static void Write(string path, string text) =>
        AtomicFile.Write(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));

    internal static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException e)
        {
            throw new NotebookException($"{path} is not UTF-8 text.", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookException($"{path} does not exist.", e, NotebookProblem.NotFound);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
