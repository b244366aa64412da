using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Batches of sequences of different lengths.</summary>
            public static partial class rnn
            {
                private static readonly Op Pack = new("aten::_pack_padded_sequence"), Unpack = new("aten::_pad_packed_sequence"), Pad = new("aten::pad_sequence");

                /// <summary>Packs a padded batch, so that a recurrent layer skips the padding.</summary>
                /// <param name="input">(steps, batch, …), or (batch, steps, …) with <paramref name="batch_first"/>.</param>
                /// <param name="lengths">(batch): each sequence's length, as int64 on the CPU.</param>
                /// <param name="batch_first">Whether the batch is the first axis.</param>
                /// <param name="enforce_sorted">Whether the lengths are in descending order already; with false the batch is sorted here.</param>
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    using var scope = NewDisposeScope();
                    Tensor? sorted = null, unsorted = null;
                    if (!enforce_sorted)
                    {
                        (lengths, sorted) = Ops.Call2("aten::sort", lengths, -1L, true);
                        unsorted = Ops.Call("aten::argsort", sorted);
                        input = input.index_select(batch_first ? 0 : 1, sorted);
                    }
                    var (data, sizes) = Pack.Call2(input, lengths, batch_first);
                    return new PackedSequence(
                        scope.MoveToOuter(data), scope.MoveToOuter(sizes),
                        sorted is null ? null : scope.MoveToOuter(sorted), unsorted is null ? null : scope.MoveToOuter(unsorted));
                }

                /// <summary>Packs sequences (steps, …) of different lengths.</summary>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    var all = sequences.ToArray();
                    using var lengths = tensor(all.Select(sequence => sequence.shape[0]).ToArray());
                    using var padded = pad_sequence(all);
                    return pack_padded_sequence(padded, lengths, false, enforce_sorted);
                }

                /// <summary>Undoes <see cref="pack_padded_sequence"/>.</summary>
                /// <param name="sequence">The packed batch.</param>
                /// <param name="batch_first">Whether the batch becomes the first axis.</param>
                /// <param name="padding_value">What fills the steps after a sequence's end.</param>
                /// <param name="total_length">How many steps to pad to; the longest sequence's when null.</param>
                /// <returns>The padded batch and each sequence's length.</returns>
                public static (Tensor, Tensor) pad_packed_sequence(
                    PackedSequence sequence, bool batch_first = false, double padding_value = 0.0, long? total_length = null)
                {
                    long longest = sequence.batch_sizes.shape[0];
                    if (total_length is { } total && total < longest)
                    {
                        throw new ArgumentException($"total_length is {total}, but the longest sequence has {longest} steps.", nameof(total_length));
                    }
                    using var scope = NewDisposeScope();
                    var (padded, lengths) = Unpack.Call2(sequence.data, sequence.batch_sizes, batch_first, padding_value, total_length ?? longest);
                    if (sequence.unsorted_indices is { } order)
                    {
                        padded = padded.index_select(batch_first ? 0 : 1, order);
                        lengths = lengths.index_select(0, order);
                    }
                    return (scope.MoveToOuter(padded), scope.MoveToOuter(lengths));
                }

                /// <summary>Puts sequences (steps, …) side by side, padded to the longest.</summary>
                /// <returns>(longest, sequences, …), or (sequences, longest, …) with <paramref name="batch_first"/>.</returns>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0.0) =>
                    Pad.Call(sequences.ToArray(), batch_first, padding_value);
            }
        }
    }
}
