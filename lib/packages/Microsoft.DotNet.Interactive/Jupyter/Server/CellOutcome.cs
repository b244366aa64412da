using RnnNotebooks.Engine;

namespace RnnNotebooks.Jupyter.Server;

/// <summary>How a cell ended.</summary>
/// <param name="Failure">Null when it succeeded.</param>
/// <param name="Result">The text/plain of its result, for the history.</param>
internal sealed record CellOutcome(CellError? Failure, string? Result);
