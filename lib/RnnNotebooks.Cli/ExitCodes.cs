namespace RnnNotebooks.Cli;

/// <summary>What the exit status of <c>rnn</c> means, by name.</summary>
public static class ExitCodes
{
    /// <summary>Everything that was asked for was done.</summary>
    public const int Success = 0;

    /// <summary>A cell did not compile, threw or was cancelled; a test, a check or a comparison failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>A file or folder that was named does not exist.</summary>
    public const int NotFound = 3;

    /// <summary>A file is there but is not what it should be: not JSON, not a notebook, a cell in an unknown language.</summary>
    public const int BadInput = 4;

    /// <summary>A result could not be written: the folder is read-only or the disk is full. What was there before is untouched.</summary>
    public const int CannotWrite = 5;

    /// <summary>Something that the command needs is not installed; <c>./rnn doctor</c> says what.</summary>
    public const int Missing = 6;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
