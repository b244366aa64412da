using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x1 weight x2ᵀ + bias, one matrix an output.</summary>
    public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter _weight;

        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Bilinear))
        {
            (device, var type) = GetDefaultDeviceAndType(device, dtype);
            this.in1_features = in1_features;
            this.in2_features = in2_features;
            this.out_features = out_features;
            double bound = 1 / Math.Sqrt(in1_features);
            _weight = new Parameter(nn.init.uniform_(empty(new[] { out_features, in1_features, in2_features }, type, device), -bound, bound));
            if (hasBias)
            {
                _bias = new Parameter(nn.init.uniform_(empty(new[] { out_features }, type, device), -bound, bound));
            }
            RegisterComponents();
        }

        public long in1_features { get; set; }

        public long in2_features { get; set; }

        public long out_features { get; set; }

        /// <summary>(outputs, inputs1, inputs2)</summary>
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

        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.bilinear(input1, input2, _weight, _bias);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A bilinear layer over two inputs.</summary>
            public static Modules.Bilinear Bilinear(
                long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in1_features, in2_features, out_features, hasBias, device, dtype);
        }
    }
}
