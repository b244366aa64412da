using TorchSharp.Interop;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of a long short-term memory, gates in the order i, f, g, o.</summary>
    public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
    {
        private static readonly Op Step = new("aten::lstm_cell");

        [ComponentName(Name = nameof(weight_ih))]
        private Parameter _weight_ih;

        [ComponentName(Name = nameof(weight_hh))]
        private Parameter _weight_hh;

        [ComponentName(Name = nameof(bias_ih))]
        private Parameter? _bias_ih;

        [ComponentName(Name = nameof(bias_hh))]
        private Parameter? _bias_hh;

        internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype) : base(nameof(LSTMCell))
        {
            (device, var type) = GetDefaultDeviceAndType(device, dtype);
            double bound = hiddenSize > 0 ? 1 / Math.Sqrt(hiddenSize) : 0;
            _weight_ih = Drawn(4 * hiddenSize, inputSize);
            _weight_hh = Drawn(4 * hiddenSize, hiddenSize);
            if (bias)
            {
                _bias_ih = Drawn(4 * hiddenSize);
                _bias_hh = Drawn(4 * hiddenSize);
            }
            RegisterComponents();

            Parameter Drawn(params long[] shape) => new(nn.init.uniform_(empty(shape, type, device), -bound, bound));
        }

        /// <summary>(4 hidden, inputs)</summary>
        public Parameter weight_ih
        {
            get => _weight_ih;
            set => ConditionallyRegisterParameter(nameof(weight_ih), _weight_ih = value);
        }

        /// <summary>(4 hidden, hidden)</summary>
        public Parameter weight_hh
        {
            get => _weight_hh;
            set => ConditionallyRegisterParameter(nameof(weight_hh), _weight_hh = value);
        }

        /// <summary>(4 hidden), or null</summary>
        public Parameter? bias_ih
        {
            get => _bias_ih;
            set => ConditionallyRegisterParameter(nameof(bias_ih), _bias_ih = value);
        }

        /// <summary>(4 hidden), or null</summary>
        public Parameter? bias_hh
        {
            get => _bias_hh;
            set => ConditionallyRegisterParameter(nameof(bias_hh), _bias_hh = value);
        }

        /// <summary>Takes one step.</summary>
        /// <param name="input">(batch, inputs), or (inputs)</param>
        /// <param name="h0_c0">The hidden and cell states (batch, hidden); zeros when null.</param>
        /// <returns>The next hidden and cell states.</returns>
        public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
        {
            if (input.ndim == 1)
            {
                return WithoutBatch(input, h0_c0);
            }
            if (h0_c0 is { } given)
            {
                return Step.Call2(input, new[] { given.Item1, given.Item2 }, _weight_ih, _weight_hh, _bias_ih, _bias_hh);
            }
            using var zero = zeros(new[] { input.shape[0], _weight_hh.shape[1] }, input.dtype, input.device);
            return Step.Call2(input, new[] { zero, zero }, _weight_ih, _weight_hh, _bias_ih, _bias_hh);
        }

        /// <inheritdoc cref="forward"/>
        public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        private (Tensor, Tensor) WithoutBatch(Tensor input, (Tensor, Tensor)? h0_c0)
        {
            using var batch = RecurrentInput.AddBatch(input, 0);
            using var h0 = h0_c0 is { } h ? RecurrentInput.AddBatch(h.Item1, 0) : null;
            using var c0 = h0_c0 is { } c ? RecurrentInput.AddBatch(c.Item2, 0) : null;
            var (h1, c1) = forward(batch, h0 is null || c0 is null ? null : (h0, c0));
            return (RecurrentInput.RemoveBatch(h1, 0), RecurrentInput.RemoveBatch(c1, 0));
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>One step of a long short-term memory, gates in the order i, f, g, o.</summary>
            public static Modules.LSTMCell LSTMCell(
                long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }
}
