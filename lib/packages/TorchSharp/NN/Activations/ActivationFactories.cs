namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <inheritdoc cref="functional.celu"/>
        public static Modules.CELU CELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

        /// <inheritdoc cref="functional.elu"/>
        public static Modules.ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

        /// <inheritdoc cref="functional.glu"/>
        public static Modules.GLU GLU(long dim = -1) => new(dim);

        /// <inheritdoc cref="functional.hardshrink"/>
        public static Modules.Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

        /// <inheritdoc cref="functional.hardsigmoid"/>
        public static Modules.Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

        /// <inheritdoc cref="functional.hardswish"/>
        public static Modules.Hardswish Hardswish(bool inplace = false) => new(inplace);

        /// <inheritdoc cref="functional.hardtanh"/>
        public static Modules.Hardtanh Hardtanh(double min_val = -1.0, double max_val = 1.0, bool inplace = false) => new(min_val, max_val, inplace);

        /// <inheritdoc cref="functional.leaky_relu"/>
        public static Modules.LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        /// <inheritdoc cref="functional.mish"/>
        public static Modules.Mish Mish() => new(false);

        /// <inheritdoc cref="functional.mish"/>
        public static Modules.Mish Mish(bool inplace) => new(inplace);

        /// <inheritdoc cref="functional.rrelu"/>
        public static Modules.RReLU RReLU(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0, bool inplace = false) => new(lower, upper, inplace);

        /// <inheritdoc cref="functional.relu"/>
        public static Modules.ReLU ReLU(bool inplace = false) => new(inplace);

        /// <inheritdoc cref="functional.relu6"/>
        public static Modules.ReLU6 ReLU6(bool inplace = false) => new(inplace);

        /// <inheritdoc cref="functional.selu"/>
        public static Modules.SELU SELU(bool inplace = false) => new(inplace);

        /// <inheritdoc cref="functional.silu"/>
        public static Modules.SiLU SiLU() => new(false);

        /// <inheritdoc cref="functional.silu"/>
        public static Modules.SiLU SiLU(bool inplace) => new(inplace);

        /// <summary>A module of the function sigmoid.</summary>
        public static Modules.Sigmoid Sigmoid() => new(false);

        /// <summary>A module of the function sigmoid.</summary>
        public static Modules.Sigmoid Sigmoid(bool inplace) => new(inplace);

        /// <inheritdoc cref="functional.softsign"/>
        public static Modules.Softsign Softsign() => new(false);

        /// <inheritdoc cref="functional.softsign"/>
        public static Modules.Softsign Softsign(bool inplace) => new(inplace);

        /// <inheritdoc cref="functional.tanh"/>
        public static Modules.Tanh Tanh() => new(false);

        /// <inheritdoc cref="functional.tanh"/>
        public static Modules.Tanh Tanh(bool inplace = false) => new(inplace);

        /// <inheritdoc cref="functional.tanhshrink"/>
        public static Modules.Tanhshrink Tanhshrink() => new(false);

        /// <inheritdoc cref="functional.tanhshrink"/>
        public static Modules.Tanhshrink Tanhshrink(bool inplace = false) => new(inplace);

        /// <inheritdoc cref="functional.threshold"/>
        public static Modules.Threshold Threshold(double threshold, double value, bool inplace = false) => new(threshold, value, inplace);

        /// <inheritdoc cref="functional.logsigmoid"/>
        public static Modules.LogSigmoid LogSigmoid() => new();

        /// <inheritdoc cref="functional.log_softmax"/>
        public static Modules.LogSoftmax LogSoftmax(long dim) => new(dim);

        /// <inheritdoc cref="functional.softmax"/>
        public static Modules.Softmax Softmax(long dim) => new(dim);

        /// <inheritdoc cref="functional.softmax2d"/>
        public static Modules.Softmax2d Softmax2d() => new();

        /// <inheritdoc cref="functional.softmin"/>
        public static Modules.Softmin Softmin(long dim) => new(dim);

        /// <inheritdoc cref="functional.softplus"/>
        public static Modules.Softplus Softplus(double beta = 1.0, double threshold = 20.0) => new(beta, threshold);

        /// <inheritdoc cref="functional.softshrink"/>
        public static Modules.Softshrink Softshrink(double lambda = 0.5) => new(lambda);
    }
}
