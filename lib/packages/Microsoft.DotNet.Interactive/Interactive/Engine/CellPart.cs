namespace RnnNotebooks.Engine;

/// <summary>A piece of a cell, and the line of the cell it begins on.</summary>
internal abstract record CellPart(int StartLine);

/// <summary>Code for one kernel, up to the next magic.</summary>
internal sealed record CodePart(string KernelName, string Code, int StartLine) : CellPart(StartLine)
{
    /// <summary>The code with empty lines before it, so that every line has the number it has in the cell.</summary>
    public string PaddedCode => new string('\n', StartLine) + Code;
}

/// <summary>One line that is an instruction to the engine.</summary>
internal sealed record MagicPart(Magic Magic, MagicLine Line, string KernelName, int StartLine) : CellPart(StartLine);
