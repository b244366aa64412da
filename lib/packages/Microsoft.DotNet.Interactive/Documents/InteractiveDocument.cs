using System.Collections;
using System.Runtime.CompilerServices;
using RnnNotebooks.Documents;

namespace Microsoft.DotNet.Interactive.Documents;

/// <summary>A notebook apart from its file format: cells in order, and metadata.</summary>
public class InteractiveDocument : IEnumerable<InteractiveDocumentElement>
{
    public InteractiveDocument(IList<InteractiveDocumentElement>? elements = null) => Elements = elements ?? [];

    public IList<InteractiveDocumentElement> Elements { get; }

    public IDictionary<string, object?> Metadata { get; } = new Dictionary<string, object?>();

    /// <summary>Loads a notebook (.ipynb, .dib) or a script (.csx, .cs, .fsx, .ps1, .js, .html, .md, …), which is one cell.</summary>
    /// <exception cref="NotebookException">It cannot be read, or it is of another kind.</exception>
    public static async Task<InteractiveDocument> LoadAsync(FileInfo file, KernelInfoCollection? kernelInfos = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        string text;
        try
        {
            text = await File.ReadAllTextAsync(file.FullName).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookException($"{file.FullName} does not exist.", e, NotebookProblem.NotFound);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{file.FullName} cannot be read: {e.Message}", e);
        }

        return DocumentFiles.Read(file.Name, text, kernelInfos);
    }

    public void Add(InteractiveDocumentElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        Elements.Add(element);
    }

    /// <summary>The kernel of cells that name none; C# where the metadata do not say.</summary>
    public string? GetDefaultKernelName() => PolyglotMetadata.DefaultKernel(PlainJson.ToObject(Metadata));

    /// <summary>The kernels that the metadata name, with the default.</summary>
    public KernelInfoCollection GetKernelInfo() => DocumentMetadata.KernelInfos(PlainJson.ToObject(Metadata));

    /// <summary>The values that the document's magic commands ask for.</summary>
    public IEnumerable<InputField> GetInputFields(Func<string, DirectiveParseResult> parseDirectiveLine)
    {
        ArgumentNullException.ThrowIfNull(parseDirectiveLine);
        return [.. Directives().SelectMany(line => parseDirectiveLine(line).InputFields).DistinctBy(field => field.ValueName)];
    }

    /// <summary>The documents that <c>#!import</c> lines name, and with <paramref name="recursive"/> those that they import.</summary>
    public IAsyncEnumerable<InteractiveDocument> GetImportsAsync(Func<string, DirectiveParseResult> parseDirective, bool recursive = false)
    {
        ArgumentNullException.ThrowIfNull(parseDirective);
        return Imports(parseDirective, recursive, []);
    }

    IEnumerator<InteractiveDocumentElement> IEnumerable<InteractiveDocumentElement>.GetEnumerator() => Elements.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Elements.GetEnumerator();

    private async IAsyncEnumerable<InteractiveDocument> Imports(
        Func<string, DirectiveParseResult> parseDirective,
        bool recursive,
        HashSet<string> seen,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (string line in Directives())
        {
            DirectiveParseResult directive = parseDirective(line);
            if (directive.CommandName != "#!import" || directive.Parameters.Values.FirstOrDefault() is not { Length: > 0 } path)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            FileInfo file = new(path);
            if (!seen.Add(file.FullName))
            {
                continue;
            }

            InteractiveDocument imported = await LoadAsync(file, GetKernelInfo()).ConfigureAwait(false);
            yield return imported;
            if (recursive)
            {
                await foreach (InteractiveDocument inner in imported.Imports(parseDirective, recursive, seen, cancellationToken).ConfigureAwait(false))
                {
                    yield return inner;
                }
            }
        }
    }

    private IEnumerable<string> Directives() => Elements
        .Where(element => element.KernelName != DibFormat.Markdown)
        .SelectMany(element => DibFormat.Lines(element.Contents))
        .Where(line => line.StartsWith("#!", StringComparison.Ordinal));
}
