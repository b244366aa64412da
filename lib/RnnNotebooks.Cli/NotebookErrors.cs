using RnnNotebooks.Documents;

namespace RnnNotebooks.Cli;

/// <summary>Gives what keeps a notebook from being read or written its exit code.</summary>
public static class NotebookErrors
{
    /// <summary>Runs an action; a <see cref="NotebookException"/> becomes a <see cref="UserException"/> with the same sentence.</summary>
    /// <exception cref="UserException">The action failed on a notebook.</exception>
    public static T Explain<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (NotebookException e)
        {
            throw new UserException(CodeOf(e), e.Message);
        }
    }

    private static int CodeOf(NotebookException e) => e.Problem switch
    {
        NotebookProblem.NotFound => ExitCodes.NotFound,
        NotebookProblem.NotWritten => ExitCodes.CannotWrite,
        _ => ExitCodes.BadInput,
    };
}
