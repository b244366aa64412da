using static TorchSharp.torch;

namespace RnnNotebooks.Data;

/// <summary>
/// The translation task of the encoder–decoder lesson: "one two five" becomes "125#". Samples are made up as they are needed: the
/// number of digits is uniform between two bounds, and so is each digit.
/// <para>27 input ids: '0' to '9' are 0 to 9, '#' is 10, then the 16 characters " efghinorstuvwxz" are 11 to 26. Only the first
/// 11 are outputs. '#' starts and ends a target. Padding is 0, which is also the id of the digit 0: only lengths and mask tell them apart.</para>
/// <para>Source: the seq2seq exercise of the DTU deep-learning course.</para>
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
public sealed class SpelledDigits : IBatchSource<SpelledBatch>
{
    /// <summary>Characters in the order of their ids.</summary>
    public const string Alphabet = "0123456789# efghinorstuvwxz";

    /// <summary>Ids that an input can have.</summary>
    public const int InputIds = 27;

    /// <summary>Ids that an output can have: ten digits and '#'.</summary>
    public const int OutputIds = 11;

    /// <summary>The id of '#', which starts a target (SOS) and ends it (EOS).</summary>
    public const int End = 10;

    private static readonly string[] s_words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private readonly int _seed;

    /// <summary>An endless source of samples.</summary>
    /// <param name="batchSize">Samples in a batch.</param>
    /// <param name="seed">The same seed gives the same batches.</param>
    /// <param name="minDigits">Digits that a sample has at least.</param>
    /// <param name="maxDigits">Digits that a sample has at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">A batch is empty, or the bounds are not 1 ≤ min ≤ max.</exception>
    public SpelledDigits(int batchSize, int seed, int minDigits = 5, int maxDigits = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minDigits);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDigits, minDigits);
        (BatchSize, _seed, MinDigits, MaxDigits) = (batchSize, seed, minDigits, maxDigits);
    }

    /// <inheritdoc/>
    public int BatchSize { get; }

    /// <summary>Digits that a sample has at least.</summary>
    public int MinDigits { get; }

    /// <summary>Digits that a sample has at most.</summary>
    public int MaxDigits { get; }

    /// <summary>Null: samples are made up and never run out.</summary>
    public int? BatchesPerEpoch => null;

    /// <inheritdoc/>
    public SpelledBatch Batch(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        var random = Seeded.Random(_seed, step);
        var samples = new string[BatchSize];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = string.Concat(Enumerable.Range(0, random.Next(MinDigits, MaxDigits + 1)).Select(_ => (char)('0' + random.Next(10))));
        return Of(samples);
    }

    /// <summary>A batch from digits of your choice.</summary>
    /// <param name="samples">Strings of digits, at least one digit each.</param>
    /// <exception cref="ArgumentException">There is no sample, or one is empty or has a character that is not a digit.</exception>
    public static SpelledBatch Of(params IReadOnlyList<string> samples)
    {
        if (samples.Count == 0)
            throw new ArgumentException("A batch needs at least one sample.", nameof(samples));
        foreach (var sample in samples)
            if (sample.Length == 0 || sample.Any(c => c is < '0' or > '9'))
                throw new ArgumentException($"'{sample}' is not a string of digits.", nameof(samples));

        string[] inputs = [.. samples.Select(Spell)];
        string[] targetsIn = [.. samples.Select(digits => "#" + digits)];
        string[] targetsOut = [.. samples.Select(digits => digits + "#")];
        return new SpelledBatch(
            Padded(inputs), // (batch, steps)
            tensor(inputs.Select(text => (long)text.Length).ToArray()), // (batch)
            Padded(targetsIn), // (batch, digits + 1)
            Padded(targetsOut), // (batch, digits + 1)
            tensor(targetsOut.Select(text => (long)text.Length).ToArray()), // (batch)
            Mask(targetsOut), // (batch, digits + 1)
            inputs,
            targetsIn,
            targetsOut);
    }

    /// <summary>Digits as words with a space between them: "125" is "one two five".</summary>
    /// <exception cref="ArgumentException">A character is not a digit.</exception>
    public static string Spell(string digits) => string.Join(' ', digits.Select(c =>
        c is >= '0' and <= '9' ? s_words[c - '0'] : throw new ArgumentException($"'{c}' is not a digit.", nameof(digits))));

    /// <summary>A text as ids.</summary>
    /// <exception cref="ArgumentException">A character is not in the <see cref="Alphabet"/>.</exception>
    public static long[] Encode(string text) => [.. text.Select(c => Alphabet.IndexOf(c) is >= 0 and var id
        ? (long)id
        : throw new ArgumentException($"'{c}' is not in the alphabet \"{Alphabet}\".", nameof(text)))];

    /// <summary>Ids as a text, up to and with the first '#' when <paramref name="stopAtEnd"/> is set.</summary>
    /// <param name="ids">Ids below 27.</param>
    /// <param name="stopAtEnd">Leave out what follows '#'?</param>
    /// <exception cref="ArgumentException">An id has no character.</exception>
    public static string Decode(IEnumerable<long> ids, bool stopAtEnd = false)
    {
        var text = string.Concat(ids.Select(id => id is >= 0 and < InputIds
            ? Alphabet[(int)id]
            : throw new ArgumentException($"There is no character with id {id}; ids are 0 to {InputIds - 1}.", nameof(ids))));
        return stopAtEnd && text.IndexOf('#') is >= 0 and var end ? text[..(end + 1)] : text;
    }

    private static Tensor Padded(string[] texts)
    {
        var steps = texts.Max(text => text.Length);
        var ids = new long[texts.Length * steps]; // padding is 0
        for (var i = 0; i < texts.Length; i++)
            Encode(texts[i]).CopyTo(ids, i * steps);
        return tensor(ids, [texts.Length, steps]);
    }

    private static Tensor Mask(string[] texts)
    {
        var steps = texts.Max(text => text.Length);
        var mask = new float[texts.Length * steps];
        for (var i = 0; i < texts.Length; i++)
            mask.AsSpan(i * steps, texts[i].Length).Fill(1f);
        return tensor(mask, [texts.Length, steps]);
    }
}
