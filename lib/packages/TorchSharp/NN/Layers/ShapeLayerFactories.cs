namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Gives back its input.</summary>
        public static Modules.Identity Identity() => new();

        /// <summary>Joins the axes from <paramref name="start_dim"/> to <paramref name="end_dim"/>: by default all but the batch.</summary>
        public static Modules.Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <summary>Splits axis <paramref name="dim"/> into axes of these sizes.</summary>
        public static Modules.Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);

        /// <summary>Turns channels into a finer image.</summary>
        public static Modules.PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);

        /// <summary>The inverse of PixelShuffle.</summary>
        public static Modules.PixelUnshuffle PixelUnshuffle(long downscale_factor) => new(downscale_factor);

        /// <summary>Mixes the channels of groups.</summary>
        public static Modules.ChannelShuffle ChannelShuffle(long groups) => new(groups);

        /// <summary>The cosine of the angle between two tensors along an axis.</summary>
        public static Modules.CosineSimilarity CosineSimilarity(long dim = 1, double eps = 1e-8) => new(dim, eps);

        /// <summary>The p-norm of the difference along the last axis.</summary>
        public static Modules.PairwiseDistance PairwiseDistance(double p = 2.0, double eps = 1e-6, bool keepdim = false) => new(p, eps, keepdim);

        public static partial class functional
        {
            /// <summary>Turns channels into a finer image: (…, c r², h, w) to (…, c, h r, w r).</summary>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => Interop.Ops.Call("aten::pixel_shuffle", input, upscale_factor);

            /// <summary>The inverse of <see cref="pixel_shuffle"/>.</summary>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => Interop.Ops.Call("aten::pixel_unshuffle", input, downscale_factor);
        }
    }
}
