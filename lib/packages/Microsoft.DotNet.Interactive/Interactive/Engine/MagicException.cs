namespace RnnNotebooks.Engine;

/// <summary>A magic that cannot be carried out. The message is for the person who wrote it; there is nothing more to tell.</summary>
public sealed class MagicException(string message) : Exception(message);
