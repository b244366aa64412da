using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A convolution read backwards: what one of the same settings maps to an input's size.</summary>
    public abstract class ConvolutionTranspose : Convolution
    {
        protected ConvolutionTranspose(
            string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, Padding? padding_type, long[] dilation,
            bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null)
            : base(name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed, output_padding,
                groups, bias, padding_mode, device, dtype)
        {
            if (padding_mode != PaddingModes.Zeros)
            {
                throw new ArgumentException($"{name} supports PaddingModes.Zeros only.", nameof(padding_mode));
            }
        }

        public override Tensor forward(Tensor input) => forward(input, null);

        /// <summary>The transposed convolution, with the output's size chosen.</summary>
        /// <param name="input">(batch, channels, …)</param>
        /// <param name="output_size">The sizes wanted, where the stride leaves a choice; null for the smallest.</param>
        public abstract Tensor forward(Tensor input, long[]? output_size);

        /// <summary>How much must be added at the output's ends to reach <paramref name="output_size"/>.</summary>
        /// <exception cref="ArgumentException">The size cannot be reached.</exception>
        protected long[] _output_padding(
            Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
        {
            if (output_size is null)
            {
                return output_padding;
            }
            var shape = input.shape;
            var added = new long[num_spatial_dims];
            for (int axis = 0; axis < num_spatial_dims; axis++)
            {
                long wanted = output_size[output_size.Length - num_spatial_dims + axis];
                long size = shape[shape.Length - num_spatial_dims + axis];
                long least = (size - 1) * stride[axis] - 2 * padding[axis] + dilation[axis] * (kernel_size[axis] - 1) + 1;
                if (wanted < least || wanted > least + stride[axis] - 1)
                {
                    throw new ArgumentException(
                        $"The output size {wanted} cannot be reached along axis {axis}: it can be {least} to {least + stride[axis] - 1}.", nameof(output_size));
                }
                added[axis] = wanted - least;
            }
            return added;
        }
    }

    /// <summary>A transposed convolution over (batch, channels, length).</summary>
    public sealed class ConvTranspose1d : ConvolutionTranspose
    {
        internal ConvTranspose1d(
            long in_channels, long out_channels, long kernel_size, long stride, long padding, long output_padding, long dilation,
            PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(ConvTranspose1d), in_channels, out_channels, [kernel_size], [stride], [padding], null, [dilation], true, [output_padding],
                groups, bias, padding_mode, device, dtype)
        {
        }

        public override Tensor forward(Tensor input, long[]? output_size)
        {
            Check(input, 1);
            long added = _output_padding(input, output_size, kernel_size, stride, padding, dilation, 1)[0];
            return nn.functional.conv_transpose1d(input, _weight, _bias, stride[0], padding[0], added, dilation[0], groups);
        }
    }

    /// <summary>A transposed convolution over (batch, channels, height, width).</summary>
    public sealed class ConvTranspose2d : ConvolutionTranspose
    {
        internal ConvTranspose2d(
            long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] output_padding, long[] dilation,
            PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(ConvTranspose2d), in_channels, out_channels, kernel_size, stride, padding, null, dilation, true, output_padding,
                groups, bias, padding_mode, device, dtype)
        {
        }

        public override Tensor forward(Tensor input, long[]? output_size)
        {
            Check(input, 2);
            var added = _output_padding(input, output_size, kernel_size, stride, padding, dilation, 2);
            return nn.functional.conv_transpose2d(input, _weight, _bias, stride, padding, added, dilation, groups);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A transposed convolution over (batch, channels, length).</summary>
            public static Modules.ConvTranspose1d ConvTranspose1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, stride, padding, output_padding, dilation, padding_mode, groups, bias, device, dtype);

            /// <summary>A transposed convolution over (batch, channels, height, width).</summary>
            public static Modules.ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, functional.Same(2, kernel_size), functional.Same(2, stride), functional.Same(2, padding),
                    functional.Same(2, output_padding), functional.Same(2, dilation), padding_mode, groups, bias, device, dtype);

            /// <inheritdoc cref="ConvTranspose2d(long, long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static Modules.ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? output_padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1,
                bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, functional.Listed(kernel_size)!, functional.Listed(stride ?? (1, 1))!, functional.Listed(padding ?? (0, 0))!,
                    functional.Listed(output_padding ?? (0, 0))!, functional.Listed(dilation ?? (1, 1))!, padding_mode, groups, bias, device, dtype);
        }
    }
}
