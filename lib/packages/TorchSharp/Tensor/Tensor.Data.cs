using System.Numerics;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The value of a tensor of one element, as a C# number.</summary>
        /// <exception cref="ArgumentException">T is not the C# type of this element type.</exception>
        public T item<T>() where T : unmanaged
        {
            long elements = NumberOfElements;
            if (elements != 1) throw new ArgumentException($"item() needs a tensor of one element; this one has {elements}, its shape is [{string.Join(", ", shape)}].");
            ScalarType type = dtype;
            RequireType<T>(type);
            return Read<T>(Aten._local_scalar_dense.CallNumber(this), type);
        }

        /// <summary>The value of a tensor of one element.</summary>
        public Scalar ToScalar() => Aten._local_scalar_dense.CallNumber(this);

        /// <summary>Reads and writes the elements in place, as an array of <typeparamref name="T"/>.</summary>
        /// <exception cref="ArgumentException">T is not the C# type of this element type.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            RequireType<T>(dtype);
            return new TensorAccessor<T>(this);
        }

        /// <summary>The memory of a contiguous tensor, as bytes.</summary>
        /// <exception cref="NotImplementedException">The tensor is not contiguous; the type is TorchSharp's own.</exception>
        public unsafe Span<byte> bytes
        {
            get
            {
                TensorInfo info = Info();
                if (!info.Flags.HasFlag(InfoFlags.Contiguous)) throw new NotImplementedException("Bytes of a tensor that is not contiguous: call contiguous() first.");
                return new Span<byte>((void*)DataPointer(), checked((int)(info.Elements * ElementSize)));
            }
            set
            {
                Span<byte> own = bytes;
                if (value.Length != own.Length) throw new ArgumentException($"The tensor has {own.Length} bytes, not {value.Length}.");
                value.CopyTo(own);
            }
        }

        /// <summary>The first element's address.</summary>
        /// <exception cref="InvalidOperationException">The tensor has no memory on the CPU.</exception>
        internal unsafe IntPtr DataPointer()
        {
            TensorInfo info = Info();
            if (info.Flags.HasFlag(InfoFlags.Lazy)) throw new InvalidOperationException("A conjugated or negated view has no memory of its own: call resolve_conj() or resolve_neg() first.");
            if (info.Data is null && info.Elements > 0)
            {
                throw new InvalidOperationException(info.Flags.HasFlag(InfoFlags.Sparse)
                    ? "The elements of a sparse tensor do not lie in one piece of memory; call to_dense() first."
                    : $"The data of a tensor on {device} cannot be read; move it to the CPU first, with cpu().");
            }
            return (IntPtr)info.Data;
        }

        internal static void RequireType<T>(ScalarType type)
        {
            if (CSharpTypes(type).Contains(typeof(T))) return;
            throw new ArgumentException($"A tensor of {type} elements is read as {CSharpTypes(type).FirstOrDefault()?.Name ?? "nothing"}, not as {typeof(T).Name}.");
        }

        private static Type[] CSharpTypes(ScalarType type) => type switch
        {
            ScalarType.Byte => [typeof(byte)],
            ScalarType.Int8 => [typeof(sbyte)],
            ScalarType.Int16 => [typeof(short)],
            ScalarType.Int32 => [typeof(int)],
            ScalarType.Int64 => [typeof(long)],
            ScalarType.Bool => [typeof(bool)],
            ScalarType.Float16 => [typeof(Half)],
            ScalarType.Float32 => [typeof(float)],
            ScalarType.Float64 => [typeof(double)],
            ScalarType.ComplexFloat32 => [typeof((float, float))],
            ScalarType.ComplexFloat64 => [typeof(Complex)],
            _ => [],
        };

        private static T Read<T>(Scalar value, ScalarType type) where T : unmanaged
        {
            object boxed = type switch
            {
                ScalarType.Byte => (byte)value.Bits,
                ScalarType.Int8 => (sbyte)value.Bits,
                ScalarType.Int16 => (short)value.Bits,
                ScalarType.Int32 => (int)value.Bits,
                ScalarType.Int64 => value.Bits,
                ScalarType.Bool => value.Bits != 0,
                ScalarType.Float16 => (Half)value.Real,
                ScalarType.Float32 => (float)value.Real,
                ScalarType.ComplexFloat32 => ((float)value.Complex.Real, (float)value.Complex.Imaginary),
                ScalarType.ComplexFloat64 => value.Complex,
                _ => value.Real,
            };
            return (T)boxed;
        }

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        /// <summary>The i-th element in C order.</summary>
        public T ReadCpuValue<T>(long i) where T : unmanaged
        {
            RequireType<T>(dtype);
            long elements = NumberOfElements;
            if (i < 0 || i >= elements) throw new IndexOutOfRangeException($"element {i} of a tensor of {elements} elements");
            using Tensor flat = Ops.Call("aten::flatten.using_ints", this, 0, -1);
            return flat[i].item<T>();
        }
    }
}
