using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x above zero, a learned slope times x below; one slope for all channels or one each.</summary>
    public sealed class PReLU : nn.Module<Tensor, Tensor>
    {
        internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype) : base(nameof(PReLU))
        {
            (device, var type) = GetDefaultDeviceAndType(device, dtype);
            this.num_parameters = num_parameters;
            this.init = init;
            weight = new Parameter(full(new[] { num_parameters }, init, type, device));
        }

        public long num_parameters { get; }

        public double init { get; }

        public Parameter weight
        {
            get => get_parameter(nameof(weight))!;
            set => ConditionallyRegisterParameter(nameof(weight), value);
        }

        public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weight);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A ReLU with learned slopes below zero.</summary>
            public static Modules.PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
                new(num_parameters, init, device, dtype);
        }
    }
}
