using System.Text;
using RnnNotebooks.Documents;

namespace Microsoft.DotNet.Interactive.Documents;

/// <summary>The .dib format: cells as text, each under a line such as <c>#!csharp</c>.</summary>
public static class CodeSubmission
{
    /// <summary>Reads .dib text; names in <paramref name="kernelInfos"/> separate cells as the well-known ones do.</summary>
    /// <exception cref="NotebookException">Its header is not JSON.</exception>
    public static InteractiveDocument Parse(string content, KernelInfoCollection? kernelInfos = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        return DibFormat.Parse(content, kernelInfos);
    }

    public static InteractiveDocument Read(Stream stream, KernelInfoCollection kernelInfos)
    {
        using StreamReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        return Parse(reader.ReadToEnd(), kernelInfos);
    }

    /// <summary>Writes .dib text: cells without text, outputs and cell metadata have no place in it.</summary>
    /// <exception cref="NotebookException">A cell holds a line that would begin another cell.</exception>
    public static string ToCodeSubmissionContent(this InteractiveDocument document, string newline = "\n")
    {
        ArgumentNullException.ThrowIfNull(document);
        return DibFormat.Write(document, null, newline);
    }

    public static void Write(InteractiveDocument document, Stream stream, KernelInfoCollection kernelInfos, string newline = "\n")
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(DibFormat.Write(document, kernelInfos, newline)));
    }
}
