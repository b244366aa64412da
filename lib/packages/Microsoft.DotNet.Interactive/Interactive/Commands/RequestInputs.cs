namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>Asks for several inputs together. The front end's handler answers with InputsProduced.</summary>
public class RequestInputs : KernelCommand
{
    public List<InputDescription> Inputs { get; set; } = [];
}
