using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x weightᵀ + bias: a fully connected layer.</summary>
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter _weight;

        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Linear))
        {
            (device, var type) = GetDefaultDeviceAndType(device, dtype);
            in_features = inputSize;
            out_features = outputSize;
            _weight = new Parameter(nn.init.KaimingOfLayer(empty(new[] { outputSize, inputSize }, type, device)));
            if (hasBias)
            {
                _bias = new Parameter(nn.init.BiasOfLayer(empty(new[] { outputSize }, type, device), inputSize));
            }
            RegisterComponents();
        }

        internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
        {
            in_features = weight.shape[1];
            out_features = weight.shape[0];
            _weight = weight;
            _bias = bias;
            RegisterComponents();
        }

        public long in_features { get; set; }

        public long out_features { get; set; }

        /// <summary>(outputs, inputs)</summary>
        public Parameter weight
        {
            get => _weight;
            set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
        }

        /// <summary>(outputs), or null</summary>
        public Parameter? bias
        {
            get => _bias;
            set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
        }

        /// <summary>x weightᵀ + bias.</summary>
        /// <param name="tensor">(…, inputs)</param>
        /// <returns>(…, outputs)</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, _weight, _bias);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A fully connected layer.</summary>
            /// <param name="inputSize">The size of the input's last axis.</param>
            /// <param name="outputSize">The size of the output's last axis.</param>
            /// <param name="hasBias">Whether a learned bias is added.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static Modules.Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, outputSize, hasBias, device, dtype);

            /// <summary>A fully connected layer with these parameters.</summary>
            /// <param name="weight">(outputs, inputs)</param>
            /// <param name="bias">(outputs), or null</param>
            public static Modules.Linear Linear(Modules.Parameter weight, Modules.Parameter? bias = null) => new(weight, bias);
        }
    }
}
