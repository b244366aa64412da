using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A convolution over (batch, channels, length).</summary>
    public sealed class Conv1d : Convolution
    {
        internal Conv1d(
            long in_channels, long out_channels, long kernel_size, long stride, long padding, Padding? padding_type, long dilation,
            PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(Conv1d), in_channels, out_channels, [kernel_size], [stride], [padding], padding_type, [dilation], false, [0],
                groups, bias, padding_mode, device, dtype)
        {
        }

        public override Tensor forward(Tensor input)
        {
            Check(input, 1);
            if (!PadsByItself)
            {
                using var padded = Padded(input);
                return nn.functional.conv1d(padded, _weight, _bias, stride[0], 0, dilation[0], groups);
            }
            return padding_type is { } named
                ? nn.functional.conv1d_padding(input, _weight, _bias, stride[0], named, dilation[0], groups)
                : nn.functional.conv1d(input, _weight, _bias, stride[0], padding[0], dilation[0], groups);
        }
    }

    /// <summary>A convolution over (batch, channels, height, width).</summary>
    public sealed class Conv2d : Convolution
    {
        internal Conv2d(
            long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, Padding? padding_type, long[] dilation,
            PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(Conv2d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, false, [0, 0],
                groups, bias, padding_mode, device, dtype)
        {
        }

        public override Tensor forward(Tensor input)
        {
            Check(input, 2);
            if (!PadsByItself)
            {
                using var padded = Padded(input);
                return nn.functional.conv2d(padded, _weight, _bias, stride, null, dilation, groups);
            }
            return padding_type is { } named
                ? nn.functional.conv2d_padding(input, _weight, _bias, stride, named, dilation, groups)
                : nn.functional.conv2d(input, _weight, _bias, stride, padding, dilation, groups);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A convolution over (batch, channels, length).</summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">The window's size.</param>
            /// <param name="stride">How far the window moves.</param>
            /// <param name="padding">Elements added on both sides.</param>
            /// <param name="dilation">The distance between the window's elements.</param>
            /// <param name="padding_mode">What the added elements hold.</param>
            /// <param name="groups">Groups of channels that do not see each other.</param>
            /// <param name="bias">Whether a learned bias is added.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static Modules.Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, stride, padding, null, dilation, padding_mode, groups, bias, device, dtype);

            /// <inheritdoc cref="Conv1d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static Modules.Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, stride, 0, padding, dilation, padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution over (batch, channels, height, width); the sizes are the same along both axes.</summary>
            /// <inheritdoc cref="Conv1d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, functional.Same(2, kernel_size), functional.Same(2, stride), functional.Same(2, padding), null,
                    functional.Same(2, dilation), padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution over (batch, channels, height, width); the sizes are (height, width).</summary>
            /// <inheritdoc cref="Conv1d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, functional.Listed(kernel_size)!, functional.Listed(stride ?? (1, 1))!, functional.Listed(padding ?? (0, 0))!, null,
                    functional.Listed(dilation ?? (1, 1))!, padding_mode, groups, bias, device, dtype);

            /// <inheritdoc cref="Conv2d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, functional.Same(2, kernel_size), functional.Same(2, stride), functional.Same(2, 0), padding,
                    functional.Same(2, dilation), padding_mode, groups, bias, device, dtype);

            /// <inheritdoc cref="Conv2d(long, long, ValueTuple{long, long}, ValueTuple{long, long}?, ValueTuple{long, long}?, ValueTuple{long, long}?, PaddingModes, long, bool, Device, ScalarType?)"/>
            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null, (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, functional.Listed(kernel_size)!, functional.Listed(stride ?? (1, 1))!, functional.Same(2, 0), padding,
                    functional.Listed(dilation ?? (1, 1))!, padding_mode, groups, bias, device, dtype);
        }
    }
}
