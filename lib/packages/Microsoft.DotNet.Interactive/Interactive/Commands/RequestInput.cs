namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>Asks the person at the front end for one line of text. The front end's handler answers with InputProduced.</summary>
public class RequestInput(string prompt, string? inputTypeHint = null) : KernelCommand
{
    public string Prompt { get; } = prompt;

    public bool IsPassword => InputTypeHint == "password";

    public string? InputTypeHint { get; set; } = inputTypeHint;

    public string? ParameterName { get; set; }

    public string? SaveAs { get; set; }
}
