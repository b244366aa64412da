namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>The steps of a batch of sequences without padding: all first steps, all second steps, and so on.</summary>
                public sealed class PackedSequence : IDisposable
                {
                    /// <summary>(all steps, …)</summary>
                    public readonly Tensor data;

                    /// <summary>(longest): how many sequences have a first step, a second step, …</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>(batch): where each sorted sequence comes from; null when the caller had sorted them.</summary>
                    public readonly Tensor? sorted_indices;

                    /// <summary>(batch): the inverse of <see cref="sorted_indices"/>.</summary>
                    public readonly Tensor? unsorted_indices;

                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted_indices, Tensor? unsorted_indices)
                    {
                        this.data = data;
                        this.batch_sizes = batch_sizes;
                        this.sorted_indices = sorted_indices;
                        this.unsorted_indices = unsorted_indices;
                    }

                    internal long Batch
                    {
                        get
                        {
                            using var first = batch_sizes.select(0, 0);
                            return first.item<long>();
                        }
                    }

                    /// <summary>The same batch with other data, such as a layer's outputs.</summary>
                    internal PackedSequence With(Tensor output) =>
                        new(output, batch_sizes.alias(), sorted_indices?.alias(), unsorted_indices?.alias());

                    public PackedSequence MoveToOuterDisposeScope() => Each(tensor => tensor.MoveToOuterDisposeScope());

                    public PackedSequence MoveToOtherDisposeScope(PackedSequence other) => Each(tensor => tensor.MoveToOtherDisposeScope(other.data));

                    public PackedSequence MoveToOtherDisposeScope(DisposeScope other) => Each(tensor => tensor.MoveToOtherDisposeScope(other));

                    public PackedSequence DetachFromDisposeScope() => Each(tensor => tensor.DetachFromDisposeScope());

                    public void Dispose()
                    {
                        data.Dispose();
                        batch_sizes.Dispose();
                        sorted_indices?.Dispose();
                        unsorted_indices?.Dispose();
                    }

                    private PackedSequence Each(Action<Tensor> act)
                    {
                        foreach (var tensor in new[] { data, batch_sizes, sorted_indices, unsorted_indices }.OfType<Tensor>())
                        {
                            act(tensor);
                        }
                        return this;
                    }
                }
            }
        }
    }
}
