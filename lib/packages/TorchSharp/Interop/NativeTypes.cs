using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>What a <see cref="NativeValue"/> holds; the same order as Kind in Native/shim.h.</summary>
internal enum ValueKind
{
    None, Tensor, Int, Double, Bool, Ints, Doubles, Bools, Tensors, String, Complex, Device, Generator
}

/// <summary>One argument or result of an operator, as it crosses into the shim.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct NativeValue
{
    [FieldOffset(0)] internal ValueKind Kind;
    [FieldOffset(4)] internal int Count;
    [FieldOffset(8)] internal long Int;
    [FieldOffset(8)] internal double Double;
    [FieldOffset(8)] internal void* Pointer;
}

/// <summary>What a tensor is, read in one call.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorInfo
{
    internal long* Sizes;
    internal long* Strides;
    internal void* Data;
    internal long Dimensions;
    internal long Elements;
    internal int DType;
    internal int DeviceType;
    internal int DeviceIndex;
    internal InfoFlags Flags;
}

[Flags]
internal enum InfoFlags
{
    RequiresGrad = 1, Leaf = 2, Contiguous = 4, Sparse = 8, Inference = 16, Lazy = 32
}
