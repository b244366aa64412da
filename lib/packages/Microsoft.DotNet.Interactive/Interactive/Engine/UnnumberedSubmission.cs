using Microsoft.DotNet.Interactive.Commands;

namespace RnnNotebooks.Engine;

/// <summary>Code that is no cell of the notebook, such as a front end's own question: the cells' numbers do not count it.</summary>
public sealed class UnnumberedSubmission(string code) : SubmitCode(code);
