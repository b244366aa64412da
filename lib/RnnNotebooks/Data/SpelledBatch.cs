using static TorchSharp.torch;

namespace RnnNotebooks.Data;

/// <summary>
/// One batch of the translation task, padded with 0 to its longest sample.
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
/// <param name="Inputs">Ids of the spelled words, (batch, steps), 64-bit.</param>
/// <param name="InputLengths">Characters of each input, (batch), 64-bit.</param>
/// <param name="TargetsIn">Ids of '#' and the digits: what the decoder is fed under teacher forcing, (batch, digits + 1), 64-bit.</param>
/// <param name="TargetsOut">Ids of the digits and '#': what it should say, (batch, digits + 1), 64-bit.</param>
/// <param name="TargetLengths">Digits + 1 of each sample, (batch), 64-bit.</param>
/// <param name="Mask">1 over each target's length, 0 over its padding, (batch, digits + 1), floats.</param>
/// <param name="TextInputs">The words.</param>
/// <param name="TextTargetsIn">'#' and the digits.</param>
/// <param name="TextTargetsOut">The digits and '#'.</param>
public sealed record SpelledBatch(
    Tensor Inputs,
    Tensor InputLengths,
    Tensor TargetsIn,
    Tensor TargetsOut,
    Tensor TargetLengths,
    Tensor Mask,
    IReadOnlyList<string> TextInputs,
    IReadOnlyList<string> TextTargetsIn,
    IReadOnlyList<string> TextTargetsOut) : IDisposable
{
    /// <summary>Samples in the batch.</summary>
    public int Size => TextInputs.Count;

    /// <summary>Lets go of the six tensors.</summary>
    public void Dispose()
    {
        foreach (var tensor in (Tensor[])[Inputs, InputLengths, TargetsIn, TargetsOut, TargetLengths, Mask])
            tensor.Dispose();
    }
}
