using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Normalizes each channel over the batch, then scales and shifts (Ioffe and Szegedy 2015).</summary>
    public abstract class BatchNorm : NormBase
    {
        private static readonly Op Count = new("aten::add_.Scalar");

        protected BatchNorm(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
        {
        }

        public override Tensor forward(Tensor input)
        {
            ValidateInputDimensions(input);
            double rate = momentum ?? 0;
            if (training && num_batches_tracked is { } seen)
            {
                using (no_grad())
                {
                    Count.Invoke(seen, 1);
                }
                rate = momentum ?? 1.0 / seen.item<long>();
            }
            bool batchStatistics = training || running_mean is null || running_var is null;
            bool tracking = !training || track_running_stats;
            return nn.functional.batch_norm(
                input, tracking ? running_mean : null, tracking ? running_var : null, weight, bias, batchStatistics, rate, eps);
        }
    }

    /// <summary>Batch normalization of (batch, channels) or (batch, channels, length).</summary>
    public sealed class BatchNorm1d : BatchNorm
    {
        internal BatchNorm1d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d))
        {
        }

        protected override void ValidateInputDimensions(Tensor input)
        {
            if (input.ndim is not (2 or 3))
            {
                throw WrongAxes(input, "(batch, channels) or (batch, channels, length)");
            }
        }
    }

    /// <summary>Batch normalization of (batch, channels, height, width).</summary>
    public sealed class BatchNorm2d : BatchNorm
    {
        internal BatchNorm2d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm2d))
        {
        }

        protected override void ValidateInputDimensions(Tensor input)
        {
            if (input.ndim != 4)
            {
                throw WrongAxes(input, "(batch, channels, height, width)");
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Batch normalization of (batch, channels) or (batch, channels, length).</summary>
            /// <param name="num_features">The number of channels.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="momentum">The weight of a new batch in the running statistics.</param>
            /// <param name="affine">Whether scale and shift are learned.</param>
            /// <param name="track_running_stats">Whether statistics are gathered for evaluation.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static Modules.BatchNorm1d BatchNorm1d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Batch normalization of (batch, channels, height, width).</summary>
            /// <inheritdoc cref="BatchNorm1d"/>
            public static Modules.BatchNorm2d BatchNorm2d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
