using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op MaxPool1dOp = new("aten::max_pool1d"), MaxPool2dOp = new("aten::max_pool2d"), MaxPool3dOp = new("aten::max_pool3d");
            private static readonly Op AvgPool1dOp = new("aten::avg_pool1d"), AvgPool2dOp = new("aten::avg_pool2d"), AvgPool3dOp = new("aten::avg_pool3d");
            private static readonly Op AdaptiveAvgPool1dOp = new("aten::adaptive_avg_pool1d"), AdaptiveAvgPool2dOp = new("aten::adaptive_avg_pool2d"), AdaptiveAvgPool3dOp = new("aten::adaptive_avg_pool3d");

            /// <summary>The largest value of each window of (batch, channels, length); the stride is the kernel's size unless given.</summary>
            public static Tensor max_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                MaxPool1dOp.Call(input, One(kernel_size, 0), One(stride, kernel_size), One(padding, 0), One(dilation, 1), ceil_mode);

            /// <summary><c>max_pool1d</c>, and where in the input the values lie.</summary>
            public static (Tensor output, Tensor indices) max_pool1d_with_indices(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Ops.Call2("aten::max_pool1d_with_indices", input, One(kernel_size, 0), One(stride, kernel_size), One(padding, 0), One(dilation, 1), ceil_mode);

            /// <summary>The largest value of each window of (batch, channels, height, width); the stride is the kernel's size unless given.</summary>
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaxPool2dOp.Call(input, kernel_size, strides ?? kernel_size, padding ?? Same(2, 0), dilation ?? Same(2, 1), ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Same(2, kernel_size), Square(stride), Square(padding), Square(dilation), ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Listed(kernel_size)!, Listed(stride), Listed(padding), Listed(dilation), ceil_mode);

            /// <summary><c>max_pool2d</c>, and where in the input the values lie.</summary>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Ops.Call2("aten::max_pool2d_with_indices", input, kernel_size, strides ?? kernel_size, padding ?? Same(2, 0), dilation ?? Same(2, 1), ceil_mode);

            /// <summary>The largest value of each window over three axes.</summary>
            public static Tensor max_pool3d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaxPool3dOp.Call(input, kernel_size, strides ?? kernel_size, padding ?? Same(3, 0), dilation ?? Same(3, 1), ceil_mode);

            /// <summary>The mean of each window of (batch, channels, length).</summary>
            public static Tensor avg_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                AvgPool1dOp.Call(input, One(kernel_size, 0), One(stride, kernel_size), One(padding, 0), ceil_mode, count_include_pad);

            /// <summary>The mean of each window of (batch, channels, height, width).</summary>
            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                AvgPool2dOp.Call(input, kernel_size, stride ?? kernel_size, padding ?? Same(2, 0), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Same(2, kernel_size), Square(stride), Same(2, padding), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Listed(kernel_size)!, Listed(stride), Listed(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window over three axes.</summary>
            public static Tensor avg_pool3d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                AvgPool3dOp.Call(input, kernel_size, stride ?? kernel_size, padding ?? Same(3, 0), ceil_mode, count_include_pad, divisor_override);

            /// <summary>Means of as many windows as give <paramref name="output_size"/> values.</summary>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => AdaptiveAvgPool1dOp.Call(input, One(output_size, 0));

            /// <summary>Means of as many windows as give an output of this height and width.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => AdaptiveAvgPool2dOp.Call(input, output_size);

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => AdaptiveAvgPool2dOp.Call(input, Listed(output_size));

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => AdaptiveAvgPool2dOp.Call(input, Same(2, output_size));

            /// <summary>Means of as many windows as give an output of this size over three axes.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => AdaptiveAvgPool3dOp.Call(input, output_size);

            internal static long[]? Square(long? value) => value is { } v ? [v, v] : null;

            internal static long[]? Listed((long, long)? value) => value is { } v ? [v.Item1, v.Item2] : null;
        }
    }
}
