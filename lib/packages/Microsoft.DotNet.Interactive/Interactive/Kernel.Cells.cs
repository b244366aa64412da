using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;
using RnnNotebooks.Engine;

namespace Microsoft.DotNet.Interactive;

// What cells call by its bare name: every C# cell has `using static Microsoft.DotNet.Interactive.Kernel`.
public abstract partial class Kernel
{
    /// <summary>The kernel that runs this cell.</summary>
    public static Kernel? Current => KernelInvocationContext.Current?.HandlingKernel;

    /// <summary>The kernel that holds all the others.</summary>
    public static Kernel? Root => (Current ?? KernelInvocationContext.Current?.Origin)?.RootKernel;

    public static DisplayedValue display(object? value, params string[] mimeTypes) => value!.Display(mimeTypes);

    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Runs a script in the page that shows this output.</summary>
    public static void Javascript(string scriptContent) => display(new ScriptContent(scriptContent), "text/html");

    /// <summary>Adds styles to the page that shows this output.</summary>
    public static void CSS(string content) =>
        Javascript($"const style = document.createElement('style'); style.textContent = {ScriptContent.Quote(content)}; document.head.appendChild(style);");

    /// <summary>Asks the person at the front end for one line.</summary>
    /// <exception cref="InvalidOperationException">The front end cannot ask, or the person did not answer.</exception>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") =>
        Inputs.AskAsync(new RequestInput(prompt, typeHint));

    /// <summary>Asks for a line that is not shown while it is typed.</summary>
    public static async Task<PasswordString> GetPasswordAsync(string prompt = "") =>
        new(await Inputs.AskAsync(new RequestInput(prompt, "password")).ConfigureAwait(false));

    public static Task<IDictionary<string, string>> GetInputsAsync(IEnumerable<InputDescription> inputDescriptions) =>
        Inputs.AskAllAsync(inputDescriptions);
}
