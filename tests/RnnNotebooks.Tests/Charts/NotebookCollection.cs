namespace RnnNotebooks.Tests.Charts;

/// <summary>The notebook's host is one for the process: tests that connect one take turns.</summary>
[CollectionDefinition("Notebook", DisableParallelization = true)]
public class NotebookCollection;
