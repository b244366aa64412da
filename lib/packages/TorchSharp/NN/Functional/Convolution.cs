using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op Conv1dOp = new("aten::conv1d"), Conv1dPaddingOp = new("aten::conv1d.padding");
            private static readonly Op Conv2dOp = new("aten::conv2d"), Conv2dPaddingOp = new("aten::conv2d.padding");
            private static readonly Op Conv3dOp = new("aten::conv3d"), Conv3dPaddingOp = new("aten::conv3d.padding");
            private static readonly Op ConvTranspose1dOp = new("aten::conv_transpose1d"), ConvTranspose2dOp = new("aten::conv_transpose2d.input"), ConvTranspose3dOp = new("aten::conv_transpose3d.input");

            /// <summary>The convolution of (batch, channels, length) with (out channels, channels / groups, kernel).</summary>
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                Conv1dOp.Call(input, weight, bias, One(stride, 1), One(padding, 0), One(dilation, 1), groups);

            /// <summary><c>conv1d</c> with the padding named: none, or as much as keeps the length.</summary>
            public static Tensor conv1d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                Conv1dPaddingOp.Call(input, weight, bias, One(stride, 1), Name(padding), One(dilation, 1), groups);

            /// <summary>The convolution of (batch, channels, height, width) with (out channels, channels / groups, kernel height, kernel width).</summary>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Conv2dOp.Call(input, weight, bias, strides ?? Same(2, 1), padding ?? Same(2, 0), dilation ?? Same(2, 1), groups);

            /// <summary><c>conv2d</c> with the padding named.</summary>
            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Conv2dPaddingOp.Call(input, weight, bias, strides ?? Same(2, 1), Name(padding), dilation ?? Same(2, 1), groups);

            /// <summary>The convolution over three axes.</summary>
            public static Tensor conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Conv3dOp.Call(input, weight, bias, strides ?? Same(3, 1), padding ?? Same(3, 0), dilation ?? Same(3, 1), groups);

            /// <summary><c>conv3d</c> with the padding named.</summary>
            public static Tensor conv3d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Conv3dPaddingOp.Call(input, weight, bias, strides ?? Same(3, 1), Name(padding), dilation ?? Same(3, 1), groups);

            /// <summary>The gradient of <c>conv1d</c> with respect to its input, as a layer.</summary>
            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1) =>
                ConvTranspose1dOp.Call(input, weight, bias, One(stride, 1), One(padding, 0), One(output_padding, 0), groups, One(dilation, 1));

            /// <summary>The gradient of <c>conv2d</c> with respect to its input, as a layer.</summary>
            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                ConvTranspose2dOp.Call(input, weight, bias, strides ?? Same(2, 1), padding ?? Same(2, 0), output_padding ?? Same(2, 0), groups, dilation ?? Same(2, 1));

            /// <summary>The gradient of <c>conv3d</c> with respect to its input, as a layer.</summary>
            public static Tensor conv_transpose3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                ConvTranspose3dOp.Call(input, weight, bias, strides ?? Same(3, 1), padding ?? Same(3, 0), output_padding ?? Same(3, 0), groups, dilation ?? Same(3, 1));

            private static long[] One(long? value, long otherwise) => [value ?? otherwise];

            internal static long[] Same(int axes, long value)
            {
                var all = new long[axes];
                Array.Fill(all, value);
                return all;
            }

            private static string Name(Padding padding) => padding == Padding.Same ? "same" : "valid";
        }
    }
}
