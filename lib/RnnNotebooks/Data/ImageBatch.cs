using static TorchSharp.torch;

namespace RnnNotebooks.Data;

/// <summary>
/// Pictures of one training step.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
/// <param name="Images">Numbers between 0 and 1, (batch, steps, features): a row of the picture is a step.</param>
/// <param name="Labels">Class numbers, (batch), 64-bit.</param>
public sealed record ImageBatch(Tensor Images, Tensor Labels) : IDisposable
{
    /// <summary>Lets go of both tensors.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }
}
