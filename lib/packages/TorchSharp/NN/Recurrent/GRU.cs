using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Modules
{
    /// <summary>A gated recurrent network over a whole sequence (Cho et al. 2014), gates in the order r, z, n.</summary>
    public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        private static readonly Op Padded = new("aten::gru.input"), Packed = new("aten::gru.data");

        private readonly RecurrentWeights weights;
        private readonly long inputs, layers;
        private readonly bool bias, batchFirst, bidirectional;
        private readonly double dropout;

        internal GRU(
            long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional,
            Device? device, ScalarType? dtype) : base(nameof(GRU))
        {
            (device, var type) = GetDefaultDeviceAndType(device, dtype);
            inputs = inputSize;
            layers = numLayers;
            this.bias = bias;
            this.batchFirst = batchFirst;
            this.bidirectional = bidirectional;
            this.dropout = dropout;
            weights = new RecurrentWeights(register_parameter, 3, inputSize, hiddenSize, numLayers, bias, bidirectional, device, type);
        }

        /// <summary>Runs the network over the sequence.</summary>
        /// <param name="input">(steps, batch, inputs), (batch, steps, inputs) with batchFirst, or without a batch axis.</param>
        /// <param name="h0">The initial hidden state (layers directions, batch, hidden); zeros when null.</param>
        /// <returns>The outputs (steps, batch, directions hidden) and the last hidden state.</returns>
        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
        {
            if (!RecurrentInput.HasBatch(input, inputs))
            {
                return WithoutBatch(input, h0);
            }
            long batch = input.shape[batchFirst ? 0 : 1];
            if (h0 is not null)
            {
                weights.Check(h0, batch, nameof(h0));
                return Run(input, h0);
            }
            using var zero = weights.Zeros(batch, input);
            return Run(input, zero);
        }

        /// <inheritdoc cref="forward"/>
        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

        /// <summary>The network over sequences of different lengths.</summary>
        /// <param name="input">From <c>pack_padded_sequence</c>.</param>
        /// <param name="h0">The initial state (layers directions, batch, hidden); zeros when null.</param>
        public (PackedSequence, Tensor) call(PackedSequence input, Tensor? h0 = null)
        {
            using var state = h0 is not null ? RecurrentInput.Sorted(h0, input) : weights.Zeros(input.Batch, input.data);
            weights.Check(state, input.Batch, nameof(h0));
            var (output, hn) = Packed.Call2(
                input.data, input.batch_sizes, state, weights.Flat, bias, layers, dropout, training, bidirectional);
            return (input.With(output), RecurrentInput.Unsorted(hn, input));
        }

        /// <summary>Nothing to do on the CPU.</summary>
        public void flatten_parameters() => RecurrentWeights.Flatten();

        private (Tensor, Tensor) Run(Tensor input, Tensor h0) =>
            Padded.Call2(input, h0, weights.Flat, bias, layers, dropout, training, bidirectional, batchFirst);

        private (Tensor, Tensor) WithoutBatch(Tensor input, Tensor? h0)
        {
            long axis = batchFirst ? 0 : 1;
            using var batch = RecurrentInput.AddBatch(input, axis);
            using var state = h0 is not null ? RecurrentInput.AddBatch(h0, 1) : weights.Zeros(1, input);
            var (output, hn) = forward(batch, state);
            return (RecurrentInput.RemoveBatch(output, axis), RecurrentInput.RemoveBatch(hn, 1));
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A gated recurrent network over a whole sequence (Cho et al. 2014), gates in the order r, z, n.</summary>
            /// <param name="inputSize">Features of an input step.</param>
            /// <param name="hiddenSize">Features of the hidden state.</param>
            /// <param name="numLayers">Layers on top of each other.</param>
            /// <param name="bias">Whether biases are added.</param>
            /// <param name="batchFirst">Whether inputs and outputs are (batch, steps, features) instead of (steps, batch, features).</param>
            /// <param name="dropout">The probability of dropout between layers, while training.</param>
            /// <param name="bidirectional">Whether a second network reads the sequence backwards.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static Modules.GRU GRU(
                long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false,
                double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }
}
