namespace RnnNotebooks.Jupyter.Server;

/// <summary>How a cell ended.</summary>
/// <param name="Failure">Null when it succeeded.</param>
/// <param name="Result">The text/plain of its result, for the history.</param>
internal sealed record CellOutcome(CellFailure? Failure, string? Result);

/// <summary>Why a cell failed, in the three parts that Jupyter shows.</summary>
/// <param name="Name">The kind of error: an exception's type, CompilationError, Interrupted.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Traceback">What is shown below the cell, line by line.</param>
internal sealed record CellFailure(string Name, string Message, IReadOnlyList<string> Traceback);
