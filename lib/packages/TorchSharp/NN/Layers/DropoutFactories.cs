namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>While training, zeroes each element with probability p and scales the rest by 1/(1-p) (Srivastava et al. 2014).</summary>
        public static Modules.Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Dropout of whole channels of (batch, channels, length).</summary>
        public static Modules.Dropout1d Dropout1d(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Dropout of whole channels of (batch, channels, height, width).</summary>
        public static Modules.Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Dropout of whole channels of (batch, channels, depth, height, width).</summary>
        public static Modules.Dropout3d Dropout3d(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Dropout that keeps mean and variance of SELU activations (Klambauer et al. 2017).</summary>
        public static Modules.AlphaDropout AlphaDropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Alpha dropout of whole channels.</summary>
        public static Modules.FeatureAlphaDropout FeatureAlphaDropout(double p = 0.5) => new(p, false);

        /// <summary>Alpha dropout of whole channels.</summary>
        public static Modules.FeatureAlphaDropout FeatureAlphaDropout(double p, bool inplace) => new(p, inplace);
    }
}
