using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op BatchNormOp = new("aten::batch_norm"), LayerNormOp = new("aten::layer_norm");
            private static readonly Op GroupNormOp = new("aten::group_norm"), InstanceNormOp = new("aten::instance_norm");

            /// <summary>Subtracts each channel's mean and divides by its standard deviation, then scales and shifts (Ioffe and Szegedy 2015).</summary>
            /// <param name="input">(batch, channels, …)</param>
            /// <param name="running_mean">(channels): used in evaluation, updated in training; or null</param>
            /// <param name="running_var">(channels), likewise</param>
            /// <param name="weight">(channels), or null</param>
            /// <param name="bias">(channels), or null</param>
            /// <param name="training">Whether the batch's own statistics are used.</param>
            /// <param name="momentum">The weight of the batch in the running statistics.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null,
                bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                BatchNormOp.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, false);

            /// <summary>Normalizes over the last axes, those of <paramref name="normalized_shape"/>, then scales and shifts (Ba et al. 2016).</summary>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                LayerNormOp.Call(input, normalized_shape, weight, bias, eps, false);

            /// <summary>Normalizes over groups of channels (Wu and He 2018).</summary>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                GroupNormOp.Call(input, num_groups, weight, bias, eps, false);

            /// <summary>Normalizes each channel of each example on its own.</summary>
            public static Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null,
                bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                InstanceNormOp.Call(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, false);
        }
    }
}
