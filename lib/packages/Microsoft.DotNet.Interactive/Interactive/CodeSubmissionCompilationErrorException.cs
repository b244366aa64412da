namespace Microsoft.DotNet.Interactive;

/// <summary>The cell did not compile, so none of it ran.</summary>
public class CodeSubmissionCompilationErrorException(Exception innerException) : Exception(innerException.Message, innerException);
