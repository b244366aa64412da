namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The largest value of each window; the stride is the kernel's size unless given.</summary>
        public static Modules.MaxPool1d MaxPool1d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <inheritdoc cref="MaxPool1d"/>
        public static Modules.MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(functional.Same(2, kernel_size), functional.Square(stride), functional.Square(padding), functional.Square(dilation), ceil_mode);

        /// <inheritdoc cref="MaxPool1d"/>
        public static Modules.MaxPool2d MaxPool2d(
            (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
            new(functional.Listed(kernel_size)!, functional.Listed(stride), functional.Listed(padding), functional.Listed(dilation), ceil_mode);

        /// <inheritdoc cref="MaxPool1d"/>
        public static Modules.MaxPool2d MaxPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The mean of each window; the stride is the kernel's size unless given.</summary>
        public static Modules.AvgPool1d AvgPool1d(long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad);

        /// <inheritdoc cref="AvgPool1d"/>
        public static Modules.AvgPool2d AvgPool2d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

        /// <inheritdoc cref="AvgPool1d"/>
        public static Modules.AvgPool2d AvgPool2d(
            (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
            bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(functional.Listed(kernel_size)!, functional.Listed(stride), functional.Listed(padding), ceil_mode, count_include_pad, divisor_override);

        /// <inheritdoc cref="AvgPool1d"/>
        public static Modules.AvgPool2d AvgPool2d(
            long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(functional.Same(2, kernel_size), functional.Square(stride), functional.Square(padding), ceil_mode, count_include_pad, divisor_override);

        /// <summary>Means of as many windows as give <paramref name="output_size"/> values.</summary>
        public static Modules.AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);

        /// <summary>Means of as many windows as give an output of this height and width.</summary>
        public static Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

        /// <inheritdoc cref="AdaptiveAvgPool2d(long[])"/>
        public static Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(functional.Listed(output_size)!);

        /// <inheritdoc cref="AdaptiveAvgPool2d(long[])"/>
        public static Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(functional.Same(2, output_size));
    }
}
