using static TorchSharp.torch;

namespace RnnNotebooks.Data;

/// <summary>
/// The characters of a text, numbered in the order of their code points.
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
public sealed class Vocabulary
{
    private readonly Dictionary<char, long> _ids = [];

    /// <summary>Collects the characters of a text.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public Vocabulary(string text)
    {
        if (string.IsNullOrEmpty(text))
            throw new ArgumentException("A vocabulary needs a text with at least one character.", nameof(text));
        Characters = string.Concat(text.Distinct().Order());
        foreach (var character in Characters)
            _ids.Add(character, _ids.Count);
    }

    /// <summary>Characters in the order of their ids.</summary>
    public string Characters { get; }

    /// <summary>How many characters there are.</summary>
    public int Count => Characters.Length;

    /// <summary>A text as ids, (steps), 64-bit.</summary>
    /// <exception cref="ArgumentException">A character is not in the vocabulary.</exception>
    public Tensor Encode(string text) => tensor(text.Select(Id).ToArray()); // (steps)

    /// <summary>Ids as a text.</summary>
    /// <exception cref="ArgumentException">An id has no character.</exception>
    public string Decode(IEnumerable<long> ids) => string.Concat(ids.Select(id => id >= 0 && id < Count
        ? Characters[(int)id]
        : throw new ArgumentException($"There is no character with id {id}; ids are 0 to {Count - 1}.", nameof(ids))));

    /// <summary>
    /// Pieces of a text for next-character prediction: inputs (batch, steps), and as targets the same characters one place on.
    /// </summary>
    /// <param name="text">At least one character longer than a piece.</param>
    /// <param name="steps">Characters of a piece.</param>
    /// <param name="batchSize">Pieces in a batch.</param>
    /// <param name="seed">The same seed gives the same batches.</param>
    /// <exception cref="ArgumentException">The text is too short, or has a character that the vocabulary lacks.</exception>
    public IBatchSource<(Tensor Inputs, Tensor Targets)> Windows(string text, int steps, int batchSize, int seed)
    {
        if (text.Length <= steps)
            throw new ArgumentException($"A text of {text.Length} characters has no piece of {steps} with a character after it.", nameof(text));
        long[] ids = [.. text.Select(Id)];
        var starts = new IndexBatches(ids.Length - steps, batchSize, seed, withReplacement: true);
        return new MappedBatches<int[], (Tensor, Tensor)>(starts, batch => (Cut(batch, 0), Cut(batch, 1)));

        Tensor Cut(int[] batch, int shift) =>
            tensor(batch.SelectMany(start => ids.Skip(start + shift).Take(steps)).ToArray(), [batch.Length, steps]); // (batch, steps)
    }

    private long Id(char character) => _ids.TryGetValue(character, out var id)
        ? id
        : throw new ArgumentException($"'{character}' is not in the vocabulary \"{Characters}\".");
}
