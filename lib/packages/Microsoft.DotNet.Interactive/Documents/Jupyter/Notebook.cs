using System.Text;
using RnnNotebooks.Documents;

namespace Microsoft.DotNet.Interactive.Documents.Jupyter;

/// <summary>The .ipynb format.</summary>
public static class Notebook
{
    /// <summary>Reads a notebook of format 4.</summary>
    /// <exception cref="NotebookException">It is none; the message says why.</exception>
    public static InteractiveDocument Parse(string json, KernelInfoCollection? kernelInfos = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JupyterFormat.Read(NotebookFile.Parse(json), kernelInfos);
    }

    public static InteractiveDocument Read(Stream stream, KernelInfoCollection kernelInfos)
    {
        using StreamReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        return Parse(reader.ReadToEnd(), kernelInfos);
    }

    /// <summary>Writes a notebook of format 4.5 as nbformat lays it out.</summary>
    public static string ToJupyterJson(this InteractiveDocument document, string? defaultLanguage = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return JupyterFormat.Write(document, null, defaultLanguage);
    }

    public static void Write(InteractiveDocument document, Stream stream, KernelInfoCollection kernelInfos)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(JupyterFormat.Write(document, kernelInfos, null)));
    }
}
