using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.CSharp;

namespace RnnNotebooks.Engine;

/// <summary>The kernel of a notebook: C#, and the languages that are shown rather than run.</summary>
public static class NotebookKernel
{
    /// <summary>Wakes the compiler in the background. A host that will want a kernel says so at its first line.</summary>
    public static void WarmUp() => Rehearsal.Begin();

    /// <summary>Makes the kernel that <c>rnn run</c> and Jupyter use, and wakes the compiler unless <see cref="WarmUp"/> did.</summary>
    public static CompositeKernel Create()
    {
        WarmUp();
        var csharp = new CSharpKernel();
        var root = new CompositeKernel { DefaultKernelName = csharp.Name };
        root.Add(csharp);
        root.Add(new MarkdownKernel(), ["md"]);
        root.Add(new HtmlKernel());
        root.Add(new JavaScriptKernel());
        root.Add(new MermaidKernel());
        root.Add(new KeyValueStoreKernel());
        return root;
    }
}
