using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Modules
{
    /// <summary>A long short-term memory over a whole sequence (Hochreiter and Schmidhuber 1997), gates in the order i, f, g, o.</summary>
    public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
    {
        private static readonly Op Padded = new("aten::lstm.input"), Packed = new("aten::lstm.data");

        private readonly RecurrentWeights weights;
        private readonly long inputs, layers;
        private readonly bool bias, batchFirst, bidirectional;
        private readonly double dropout;

        internal LSTM(
            long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
            : base(nameof(LSTM))
        {
            (device, var type) = GetDefaultDeviceAndType(device, dtype);
            inputs = inputSize;
            layers = numLayers;
            this.bias = bias;
            this.batchFirst = batchFirst;
            this.bidirectional = bidirectional;
            this.dropout = dropout;
            weights = new RecurrentWeights(register_parameter, 4, inputSize, hiddenSize, numLayers, bias, bidirectional, device, type);
        }

        /// <summary>Runs the network over the sequence.</summary>
        /// <param name="input">(steps, batch, inputs), (batch, steps, inputs) with batchFirst, or without a batch axis.</param>
        /// <param name="h0_c0">The initial hidden and cell states (layers directions, batch, hidden); zeros when null.</param>
        /// <returns>The outputs (steps, batch, directions hidden) and the last hidden and cell states.</returns>
        public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
        {
            if (!RecurrentInput.HasBatch(input, inputs))
            {
                return WithoutBatch(input, h0_c0);
            }
            long batch = input.shape[batchFirst ? 0 : 1];
            if (h0_c0 is { } given)
            {
                weights.Check(given.Item1, batch, "h0");
                weights.Check(given.Item2, batch, "c0");
                return Run(input, given.Item1, given.Item2);
            }
            using var zero = weights.Zeros(batch, input);
            return Run(input, zero, zero);
        }

        /// <inheritdoc cref="forward"/>
        public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        /// <summary>The LSTM over sequences of different lengths.</summary>
        /// <param name="input">From <c>pack_padded_sequence</c>.</param>
        /// <param name="h0_c0">The initial states (layers directions, batch, hidden); zeros when null.</param>
        public (PackedSequence, Tensor, Tensor) call(PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
        {
            using var h0 = h0_c0 is { } h ? RecurrentInput.Sorted(h.Item1, input) : weights.Zeros(input.Batch, input.data);
            using var c0 = h0_c0 is { } c ? RecurrentInput.Sorted(c.Item2, input) : weights.Zeros(input.Batch, input.data);
            weights.Check(h0, input.Batch, "h0");
            weights.Check(c0, input.Batch, "c0");
            var (output, hn, cn) = Packed.Call3(
                input.data, input.batch_sizes, new[] { h0, c0 }, weights.Flat, bias, layers, dropout, training, bidirectional);
            return (input.With(output), RecurrentInput.Unsorted(hn, input), RecurrentInput.Unsorted(cn, input));
        }

        /// <summary>Nothing to do on the CPU.</summary>
        public void flatten_parameters() => RecurrentWeights.Flatten();

        private (Tensor, Tensor, Tensor) Run(Tensor input, Tensor h0, Tensor c0) =>
            Padded.Call3(input, new[] { h0, c0 }, weights.Flat, bias, layers, dropout, training, bidirectional, batchFirst);

        private (Tensor, Tensor, Tensor) WithoutBatch(Tensor input, (Tensor, Tensor)? h0_c0)
        {
            long axis = batchFirst ? 0 : 1;
            using var batch = RecurrentInput.AddBatch(input, axis);
            using var h0 = h0_c0 is { } h ? RecurrentInput.AddBatch(h.Item1, 1) : weights.Zeros(1, input);
            using var c0 = h0_c0 is { } c ? RecurrentInput.AddBatch(c.Item2, 1) : weights.Zeros(1, input);
            var (output, hn, cn) = forward(batch, (h0, c0));
            return (RecurrentInput.RemoveBatch(output, axis), RecurrentInput.RemoveBatch(hn, 1), RecurrentInput.RemoveBatch(cn, 1));
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A long short-term memory over a whole sequence.</summary>
            /// <param name="inputSize">Features of an input step.</param>
            /// <param name="hiddenSize">Features of the hidden state.</param>
            /// <param name="numLayers">Layers on top of each other.</param>
            /// <param name="bias">Whether biases are added.</param>
            /// <param name="batchFirst">Whether inputs and outputs are (batch, steps, features) instead of (steps, batch, features).</param>
            /// <param name="dropout">The probability of dropout between layers, while training.</param>
            /// <param name="bidirectional">Whether a second network reads the sequence backwards.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static Modules.LSTM LSTM(
                long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0,
                bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }
}
