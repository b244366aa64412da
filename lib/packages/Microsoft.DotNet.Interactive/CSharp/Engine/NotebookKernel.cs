using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.CSharp;

namespace RnnNotebooks.Engine;

/// <summary>The kernel of a notebook: C#, and the languages that are shown rather than run.</summary>
public static class NotebookKernel
{
    /// <summary>Makes the kernel that <c>rnn run</c> and Jupyter use, and warms it up in the background.</summary>
    public static CompositeKernel Create()
    {
        var csharp = new CSharpKernel();
        var root = new CompositeKernel { DefaultKernelName = csharp.Name };
        root.Add(csharp);
        root.Add(new MarkdownKernel(), ["md"]);
        root.Add(new HtmlKernel());
        root.Add(new JavaScriptKernel());
        root.Add(new MermaidKernel());
        root.Add(new KeyValueStoreKernel());
        csharp.WarmUp();
        return root;
    }
}
