using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op LinearOp = new("aten::linear"), BilinearOp = new("aten::bilinear");
            private static readonly Op OneHotOp = new("aten::one_hot");
            private static readonly Op CosineSimilarityOp = new("aten::cosine_similarity"), PairwiseDistanceOp = new("aten::pairwise_distance");

            /// <summary>input weightsᵀ + bias.</summary>
            /// <param name="input">(…, inputs)</param>
            /// <param name="weights">(outputs, inputs)</param>
            /// <param name="bias">(outputs), or null</param>
            /// <returns>(…, outputs)</returns>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => LinearOp.Call(input, weights, bias);

            /// <summary>input1 weight[k] input2ᵀ + bias[k] for every output k.</summary>
            /// <param name="input1">(…, inputs1)</param>
            /// <param name="input2">(…, inputs2)</param>
            /// <param name="weight">(outputs, inputs1, inputs2)</param>
            /// <param name="bias">(outputs), or null</param>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                BilinearOp.Call(input1, input2, weight, bias);

            /// <summary>A new last axis with a one at each index and zeros elsewhere; with -1, as many classes as the largest index needs.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => OneHotOp.Call(x, num_classes);

            /// <summary>The cosine of the angle between x1 and x2 along <paramref name="dim"/>.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) => CosineSimilarityOp.Call(x1, x2, dim, eps);

            /// <summary>The p-norm of input1 - input2 along the last axis.</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false) =>
                PairwiseDistanceOp.Call(input1, input2, p, eps, keepdim);

            /// <summary>input divided by its p-norm along <paramref name="dim"/>, or by <paramref name="eps"/> where the norm is smaller.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1, double eps = 1e-12)
            {
                using var norm = Ops.Call("aten::norm.ScalarOpt_dim", input, p, new[] { dim }, true);
                using var divisor = Ops.Call("aten::clamp_min", norm, eps);
                return DivOp.Call(input, divisor);
            }
        }
    }
}
