namespace RnnNotebooks.Exercises;

/// <summary>
/// A check did not hold; the message is a sentence for the person who wrote the code.
/// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
/// </summary>
/// <param name="message">What was expected, what there is, and what to look at.</param>
public sealed class CheckFailedException(string message) : Exception(message);
