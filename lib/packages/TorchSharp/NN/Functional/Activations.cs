using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op CeluOp = new("aten::celu"), CeluOp_ = new("aten::celu_");
            private static readonly Op EluOp = new("aten::elu"), EluOp_ = new("aten::elu_");
            private static readonly Op GeluOp = new("aten::gelu"), GeluOp_ = new("aten::gelu_");
            private static readonly Op GluOp = new("aten::glu");
            private static readonly Op HardsigmoidOp = new("aten::hardsigmoid"), HardsigmoidOp_ = new("aten::hardsigmoid_");
            private static readonly Op HardswishOp = new("aten::hardswish"), HardswishOp_ = new("aten::hardswish_");
            private static readonly Op HardtanhOp = new("aten::hardtanh"), HardtanhOp_ = new("aten::hardtanh_");
            private static readonly Op LeakyReluOp = new("aten::leaky_relu"), LeakyReluOp_ = new("aten::leaky_relu_");
            private static readonly Op MishOp = new("aten::mish"), MishOp_ = new("aten::mish_");
            private static readonly Op ReluOp = new("aten::relu"), ReluOp_ = new("aten::relu_");
            private static readonly Op Relu6Op = new("aten::relu6"), Relu6Op_ = new("aten::relu6_");
            private static readonly Op RreluOp = new("aten::rrelu"), RreluOp_ = new("aten::rrelu_");
            private static readonly Op SeluOp = new("aten::selu"), SeluOp_ = new("aten::selu_");
            private static readonly Op SigmoidOp = new("aten::sigmoid"), SigmoidOp_ = new("aten::sigmoid_");
            private static readonly Op SiluOp = new("aten::silu"), SiluOp_ = new("aten::silu_");
            private static readonly Op TanhOp = new("aten::tanh"), TanhOp_ = new("aten::tanh_");
            private static readonly Op ThresholdOp = new("aten::threshold"), ThresholdOp_ = new("aten::threshold_");
            private static readonly Op PreluOp = new("aten::prelu");

            /// <summary>max(0, x) + min(0, alpha (exp(x/alpha) - 1)).</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => (inplace ? CeluOp_ : CeluOp).Call(x, alpha);

            /// <summary>x above zero, alpha (exp(x) - 1) below.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => (inplace ? EluOp_ : EluOp).Call(x, alpha);

            /// <summary>x times the normal distribution's cumulative probability of x.</summary>
            public static Tensor gelu(Tensor x) => GeluOp.Call(x);

            /// <inheritdoc cref="gelu(Tensor)"/>
            public static Tensor gelu(Tensor x, bool inplace) => (inplace ? GeluOp_ : GeluOp).Call(x);

            /// <inheritdoc cref="gelu(Tensor)"/>
            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false) =>
                (inplace ? GeluOp_ : GeluOp).Call(x, approximate == Modules.GELU.Approximate.tanh ? "tanh" : "none");

            /// <summary>The first half along <paramref name="dim"/> times the sigmoid of the second.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => GluOp.Call(input, dim);

            /// <summary>max(0, min(1, x/6 + 1/2)).</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => (inplace ? HardsigmoidOp_ : HardsigmoidOp).Call(input);

            /// <summary>x times hardsigmoid(x).</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) => (inplace ? HardswishOp_ : HardswishOp).Call(input);

            /// <summary>x, cut off at <paramref name="min_val"/> and <paramref name="max_val"/>.</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                (inplace ? HardtanhOp_ : HardtanhOp).Call(x, min_val, max_val);

            /// <summary>x above zero, <paramref name="negative_slope"/> times x below.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                (inplace ? LeakyReluOp_ : LeakyReluOp).Call(input, negative_slope);

            /// <summary>x times the tanh of softplus(x).</summary>
            public static Tensor mish(Tensor x, bool inplace = false) => (inplace ? MishOp_ : MishOp).Call(x);

            /// <summary>x above zero, <paramref name="weight"/> (one number, or one a channel) times x below.</summary>
            public static Tensor prelu(Tensor input, Tensor weight) => PreluOp.Call(input, weight);

            /// <summary>max(0, x).</summary>
            public static Tensor relu(Tensor x, bool inplace = false) => (inplace ? ReluOp_ : ReluOp).Call(x);

            /// <summary>min(6, max(0, x)).</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) => (inplace ? Relu6Op_ : Relu6Op).Call(x);

            /// <summary>A leaky ReLU with the mean of the two slopes.</summary>
            public static Tensor rrelu(Tensor x, double lower = 1.0 / 8.0, double upper = 1.0 / 3.0, bool inplace = false) =>
                Rrelu(x, lower, upper, false, inplace);

            internal static Tensor Rrelu(Tensor x, double lower, double upper, bool training, bool inplace) =>
                (inplace ? RreluOp_ : RreluOp).Call(x, lower, upper, training);

            /// <summary>ELU, scaled so that activations keep mean 0 and variance 1 (Klambauer et al. 2017).</summary>
            public static Tensor selu(Tensor x, bool inplace = false) => (inplace ? SeluOp_ : SeluOp).Call(x);

            /// <summary>1 / (1 + exp(-x)).</summary>
            public static Tensor sigmoid(Tensor x) => SigmoidOp.Call(x);

            /// <inheritdoc cref="sigmoid(Tensor)"/>
            public static Tensor sigmoid(Tensor x, bool inplace) => (inplace ? SigmoidOp_ : SigmoidOp).Call(x);

            /// <summary>x times sigmoid(x).</summary>
            public static Tensor silu(Tensor x, bool inplace = false) => (inplace ? SiluOp_ : SiluOp).Call(x);

            /// <summary>The hyperbolic tangent.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) => (inplace ? TanhOp_ : TanhOp).Call(x);

            /// <summary>x where it exceeds <paramref name="threshold"/>, <paramref name="value"/> elsewhere.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                (inplace ? ThresholdOp_ : ThresholdOp).Call(x, threshold, value);
        }
    }
}
