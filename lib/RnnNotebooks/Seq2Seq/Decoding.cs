using static TorchSharp.torch;

namespace RnnNotebooks.Seq2Seq;

/// <summary>
/// The two ways to run a decoder, over the same weights: teacher-forced, where each step is given the right id before it, and
/// greedy, where it is given its own best guess.
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
public static class Decoding
{
    /// <summary>Every step sees the right id before it.</summary>
    /// <param name="decoder">The decoder.</param>
    /// <param name="encoded">What the encoder has read.</param>
    /// <param name="targetsIn">The start sign and the target's ids, (batch, steps), 64-bit.</param>
    /// <returns>Logits (batch, steps, outputs).</returns>
    public static Tensor Forced(this IDecoder decoder, Encoded encoded, Tensor targetsIn)
    {
        ArgumentNullException.ThrowIfNull(decoder);
        using var scope = NewDisposeScope();
        var state = decoder.Start(encoded);
        var logits = new Tensor[targetsIn.shape[1]];
        for (var t = 0; t < logits.Length; t++)
            (logits[t], state) = decoder.Step(targetsIn.select(1, t), state); // (batch, outputs)
        return scope.Keep(stack(logits, 1)); // (batch, steps, outputs)
    }

    /// <summary>Every step sees the id that the step before found best. A sample that has ended goes on saying the end sign.</summary>
    /// <param name="decoder">The decoder.</param>
    /// <param name="encoded">What the encoder has read.</param>
    /// <param name="start">The id that starts a target.</param>
    /// <param name="end">The id that ends it.</param>
    /// <param name="maxSteps">Where to give up.</param>
    /// <param name="stopEarly">Stop when every sample has ended? Otherwise there are always <paramref name="maxSteps"/> steps.</param>
    public static Decoded Greedy(this IDecoder decoder, Encoded encoded, long start, long end, int maxSteps, bool stopEarly = true)
    {
        ArgumentNullException.ThrowIfNull(decoder);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxSteps);
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var batch = encoded.Lengths.shape[0];
        var state = decoder.Start(encoded);
        var id = full([batch], start, ScalarType.Int64, encoded.Lengths.device); // (batch)
        var ended = zeros([batch], ScalarType.Bool, encoded.Lengths.device); // (batch)
        var lengths = zeros([batch], ScalarType.Int64, encoded.Lengths.device); // (batch)
        List<Tensor> ids = [], logits = [];
        for (var t = 0; t < maxSteps && !(stopEarly && ended.all().item<bool>()); t++)
        {
            (var scores, state) = decoder.Step(id, state); // (batch, outputs)
            lengths += ended.logical_not().to(ScalarType.Int64);
            id = scores.argmax(-1).masked_fill(ended, end); // (batch)
            ended = ended.logical_or(id.eq(end));
            ids.Add(id);
            logits.Add(scores);
        }

        var decoded = new Decoded(stack(ids, 1), stack(logits, 1), lengths); // (batch, steps), (batch, steps, outputs), (batch)
        scope.Keep([decoded.Ids, decoded.Logits, decoded.Lengths]);
        return decoded;
    }
}

/// <summary>
/// What a decoder says when it runs freely.
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
/// <param name="Ids">(batch, steps), 64-bit; after a sample's end sign only end signs.</param>
/// <param name="Logits">(batch, steps, outputs).</param>
/// <param name="Lengths">Steps up to and with the end sign, (batch), 64-bit.</param>
public sealed record Decoded(Tensor Ids, Tensor Logits, Tensor Lengths) : IDisposable
{
    /// <summary>Lets go of the three tensors.</summary>
    public void Dispose()
    {
        Ids.Dispose();
        Logits.Dispose();
        Lengths.Dispose();
    }
}
