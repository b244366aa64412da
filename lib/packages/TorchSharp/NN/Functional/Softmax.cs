using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op SoftmaxOp = new("aten::softmax.int"), LogSoftmaxOp = new("aten::log_softmax.int");
            private static readonly Op LogSigmoidOp = new("aten::log_sigmoid"), SoftplusOp = new("aten::softplus");
            private static readonly Op SoftshrinkOp = new("aten::softshrink"), HardshrinkOp = new("aten::hardshrink");
            private static readonly Op NegOp = new("aten::neg"), AbsOp = new("aten::abs"), AddOp = new("aten::add.Scalar");
            private static readonly Op DivOp = new("aten::div.Tensor"), DivOp_ = new("aten::div_.Tensor"), SubOp = new("aten::sub.Tensor"), SubOp_ = new("aten::sub_.Tensor");

            /// <summary>exp(x) divided by its sum along <paramref name="dim"/>.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => SoftmaxOp.Call(input, dim, dtype);

            /// <summary>The logarithm of the softmax, computed without overflow.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => LogSoftmaxOp.Call(x, dim);

            /// <summary>The softmax of -x.</summary>
            public static Tensor softmin(Tensor x, long dim)
            {
                using var negative = NegOp.Call(x);
                return SoftmaxOp.Call(negative, dim);
            }

            /// <summary>The softmax over the channels of images (batch, channels, height, width) or (channels, height, width).</summary>
            public static Tensor softmax2d(Tensor x) => SoftmaxOp.Call(x, -3L);

            /// <summary>The logarithm of the sigmoid, computed without overflow.</summary>
            public static Tensor logsigmoid(Tensor x) => LogSigmoidOp.Call(x);

            /// <summary>log(1 + exp(beta x)) / beta; x itself where beta x exceeds <paramref name="threshold"/>.</summary>
            public static Tensor softplus(Tensor x, double beta = 1.0, double threshold = 20.0) => SoftplusOp.Call(x, beta, threshold);

            /// <summary>x moved towards zero by <paramref name="lambda"/>, at most to zero.</summary>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => SoftshrinkOp.Call(x, lambda);

            /// <summary>x where its size exceeds <paramref name="lambda"/>, zero elsewhere.</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => HardshrinkOp.Call(x, lambda);

            /// <summary>x / (1 + |x|).</summary>
            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var size = AbsOp.Call(x);
                using var divisor = AddOp.Call(size, 1);
                return (inplace ? DivOp_ : DivOp).Call(x, divisor);
            }

            /// <summary>x - tanh(x).</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var squashed = TanhOp.Call(x);
                return (inplace ? SubOp_ : SubOp).Call(x, squashed);
            }
        }
    }
}
