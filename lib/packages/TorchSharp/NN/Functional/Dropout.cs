using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op DropoutOp = new("aten::dropout"), DropoutOp_ = new("aten::dropout_");
            private static readonly Op FeatureDropoutOp = new("aten::feature_dropout"), FeatureDropoutOp_ = new("aten::feature_dropout_");
            private static readonly Op AlphaDropoutOp = new("aten::alpha_dropout"), AlphaDropoutOp_ = new("aten::alpha_dropout_");
            private static readonly Op FeatureAlphaDropoutOp = new("aten::feature_alpha_dropout"), FeatureAlphaDropoutOp_ = new("aten::feature_alpha_dropout_");

            /// <summary>While training, zeroes each element with probability p and scales the rest by 1/(1-p).</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? DropoutOp_ : DropoutOp).Call(input, p, training);

            /// <summary>Dropout of whole channels of (batch, channels, length) or (channels, length).</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropoutOfChannels(input, p, training, inplace, 2);

            /// <summary>Dropout of whole channels of (batch, channels, height, width).</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? FeatureDropoutOp_ : FeatureDropoutOp).Call(input, p, training);

            /// <summary>Dropout of whole channels of (batch, channels, depth, height, width) or, unbatched, with one axis less.</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropoutOfChannels(input, p, training, inplace, 4);

            /// <summary>Dropout that keeps mean and variance of SELU activations.</summary>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                (inplace ? AlphaDropoutOp_ : AlphaDropoutOp).Call(input, p, training);

            /// <summary>Alpha dropout of whole channels.</summary>
            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                (inplace ? FeatureAlphaDropoutOp_ : FeatureAlphaDropoutOp).Call(input, p, training);

            private static Tensor DropoutOfChannels(Tensor input, double p, bool training, bool inplace, int unbatched)
            {
                Op op = inplace ? FeatureDropoutOp_ : FeatureDropoutOp;
                if (input.shape.Length != unbatched)
                {
                    return op.Call(input, p, training);
                }
                using var batch = Ops.Call("aten::unsqueeze", input, 0L);
                using var dropped = op.Call(batch, p, training);
                return Ops.Call("aten::squeeze.dim", dropped, 0L);
            }
        }
    }
}
