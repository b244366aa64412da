using System.Buffers;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static Tensor Filled(Op op, long[] size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        return WithGrad(op.Call(size, dtype ?? defaultType, Arg.None, device ?? defaultDevice, false), requires_grad);
    }

    private static Tensor Full(long[] size, Scalar value, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        ScalarType type = dtype ?? value.Kind switch
        {
            ValueKind.Int => ScalarType.Int64,
            ValueKind.Bool => ScalarType.Bool,
            ValueKind.Complex => ScalarType.ComplexFloat32,
            _ => defaultType,
        };
        return WithGrad(Aten.full.Call(size, value, type, Arg.None, device ?? defaultDevice, false), requires_grad);
    }

    private static Tensor Random(
        Op op, long[] size, Generator? generator, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        return WithGrad(op.Call(size, generator, dtype ?? defaultType, Arg.None, device ?? defaultDevice, false), requires_grad);
    }

    private static Tensor WithGrad(Tensor tensor, bool requires_grad)
    {
        if (requires_grad) tensor.requires_grad = true;
        return tensor;
    }

    private static void RefuseNames(string[]? names)
    {
        if (names is not null) throw new NotSupportedException("Named dimensions are not supported by this build; leave out the names.");
    }

    private static long[] SizesOf(Array array) => [.. Enumerable.Range(0, array.Rank).Select(array.GetLongLength)];

    private static Tensor FromScalar<T>(T scalar, ScalarType natural, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged => FromBytes(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in scalar)), [], natural, dtype, device, requires_grad);

    /// <summary>Copies an array of any rank, elements in C order.</summary>
    private static unsafe Tensor FromArray(
        Array array, long[] sizes, ScalarType natural, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        long elements = 1;
        foreach (long size in sizes) elements *= size;
        if (elements != array.LongLength || sizes.Any(s => s < 0))
        {
            throw new ArgumentException($"An array of {array.LongLength} elements does not fill the dimensions [{string.Join(", ", sizes)}].");
        }
        long bytes = elements * natural.ElementSize();
        if (bytes > int.MaxValue) throw new ArgumentException($"An array of {bytes} bytes is too large for one tensor from managed memory.");
        var data = elements == 0 ? [] : MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(array), (int)bytes);
        return FromBytes(data, sizes, natural, dtype, device, requires_grad);
    }

    private static unsafe Tensor FromBytes(
        ReadOnlySpan<byte> data, long[] sizes, ScalarType natural, ScalarType? dtype, Device? device, bool requires_grad)
    {
        Tensor made = Aten.empty_memory_format.Call(sizes, natural, Arg.None, CPU, false);
        data.CopyTo(new Span<byte>((void*)made.DataPointer(), data.Length));
        return WithGrad(Converted(made, dtype, device), requires_grad);
    }

    private static Tensor Converted(Tensor tensor, ScalarType? dtype, Device? device)
    {
        Device target = device ?? defaultDevice;
        if (target.type != DeviceType.CPU) InitializeDevice(target);
        if ((dtype is null || dtype == tensor.dtype) && target.type == DeviceType.CPU) return tensor;
        Tensor converted = tensor.to(dtype ?? tensor.dtype, target);
        if (!ReferenceEquals(converted, tensor)) tensor.Dispose();
        return converted;
    }

    /// <summary>A tensor over managed memory: writing to one writes to the other.</summary>
    private static unsafe Tensor FromMemory<T>(
        Memory<T> memory, long[] sizes, ScalarType natural, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged
    {
        RefuseNames(names);
        if (sizes.Aggregate(1L, (a, b) => a * b) != memory.Length)
        {
            throw new ArgumentException($"A memory of {memory.Length} elements does not fill the dimensions [{string.Join(", ", sizes)}].");
        }
        MemoryHandle pin = memory.Pin();
        IntPtr owner = GCHandle.ToIntPtr(GCHandle.Alloc(pin));
        IntPtr made;
        int status;
        fixed (long* lengths = sizes)
        {
            status = Native.rt_from_memory((int)natural, lengths, sizes.Length, pin.Pointer, owner, &Unpin, &made);
        }
        if (status != 0) ReleasePin(owner);
        NativeError.Check(status);
        return WithGrad(Converted(new Tensor(made), dtype, device), requires_grad);
    }

    private static Tensor ShareOrCopy<T>(T[] array, ScalarType natural, ScalarType? dtype, Device? device) where T : unmanaged =>
        FromMemory(new Memory<T>(array), [array.Length], natural, dtype, device, false, null);

    [UnmanagedCallersOnly]
    private static void Unpin(IntPtr owner) => ReleasePin(owner);

    private static void ReleasePin(IntPtr owner)
    {
        GCHandle handle = GCHandle.FromIntPtr(owner);
        ((MemoryHandle)handle.Target!).Dispose();
        handle.Free();
    }
}
