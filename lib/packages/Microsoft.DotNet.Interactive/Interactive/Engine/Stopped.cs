namespace RnnNotebooks.Engine;

/// <summary>What a command that was interrupted says; hosts know it by that.</summary>
internal static class Stopped
{
    public const string Sentence = "The cell was stopped.";
}
