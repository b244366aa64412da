using TorchSharp.Interop;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of a plain recurrent network.</summary>
    public sealed class RNNCell : nn.Module<Tensor, Tensor?, Tensor>
    {
        private static readonly Op Tanh = new("aten::rnn_tanh_cell"), Relu = new("aten::rnn_relu_cell");

        private readonly nn.NonLinearities nonLinearity;

        [ComponentName(Name = nameof(weight_ih))]
        private Parameter _weight_ih;

        [ComponentName(Name = nameof(weight_hh))]
        private Parameter _weight_hh;

        [ComponentName(Name = nameof(bias_ih))]
        private Parameter? _bias_ih;

        [ComponentName(Name = nameof(bias_hh))]
        private Parameter? _bias_hh;

        internal RNNCell(long inputSize, long hiddenSize, nn.NonLinearities nonLinearity, bool bias, Device? device, ScalarType? dtype) : base(nameof(RNNCell))
        {
            (device, var type) = GetDefaultDeviceAndType(device, dtype);
            this.nonLinearity = nonLinearity;
            double bound = hiddenSize > 0 ? 1 / Math.Sqrt(hiddenSize) : 0;
            _weight_ih = Drawn(hiddenSize, inputSize);
            _weight_hh = Drawn(hiddenSize, hiddenSize);
            if (bias)
            {
                _bias_ih = Drawn(hiddenSize);
                _bias_hh = Drawn(hiddenSize);
            }
            RegisterComponents();

            Parameter Drawn(params long[] shape) => new(nn.init.uniform_(empty(shape, type, device), -bound, bound));
        }

        /// <summary>(hidden, inputs)</summary>
        public Parameter weight_ih
        {
            get => _weight_ih;
            set => ConditionallyRegisterParameter(nameof(weight_ih), _weight_ih = value);
        }

        /// <summary>(hidden, hidden)</summary>
        public Parameter weight_hh
        {
            get => _weight_hh;
            set => ConditionallyRegisterParameter(nameof(weight_hh), _weight_hh = value);
        }

        /// <summary>(hidden), or null</summary>
        public Parameter? bias_ih
        {
            get => _bias_ih;
            set => ConditionallyRegisterParameter(nameof(bias_ih), _bias_ih = value);
        }

        /// <summary>(hidden), or null</summary>
        public Parameter? bias_hh
        {
            get => _bias_hh;
            set => ConditionallyRegisterParameter(nameof(bias_hh), _bias_hh = value);
        }

        /// <summary>Takes one step.</summary>
        /// <param name="input">(batch, inputs), or (inputs)</param>
        /// <param name="h0">The hidden state (batch, hidden); zeros when null.</param>
        /// <returns>The next hidden state.</returns>
        public override Tensor forward(Tensor input, Tensor? h0 = null)
        {
            if (input.ndim == 1)
            {
                return WithoutBatch(input, h0);
            }
            if (h0 is not null)
            {
                return Next(input, h0);
            }
            using var zero = zeros(new[] { input.shape[0], _weight_hh.shape[1] }, input.dtype, input.device);
            return Next(input, zero);
        }

        private Tensor Next(Tensor input, Tensor state) => (nonLinearity == nn.NonLinearities.Tanh ? Tanh : Relu).Call(input, state, _weight_ih, _weight_hh, _bias_ih, _bias_hh);

        private Tensor WithoutBatch(Tensor input, Tensor? h0)
        {
            using var batch = RecurrentInput.AddBatch(input, 0);
            using var state = h0 is null ? null : RecurrentInput.AddBatch(h0, 0);
            return RecurrentInput.RemoveBatch(forward(batch, state), 0);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>One step of a plain recurrent network.</summary>
            public static Modules.RNNCell RNNCell(
                long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, nonLinearity, bias, device, dtype);
        }
    }
}
