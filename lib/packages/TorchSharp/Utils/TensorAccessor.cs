using System.Collections;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a CPU tensor in C order, read and written where they are. Valid as long as the tensor is.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly Tensor tensor;
    private readonly long[] sizes;
    private readonly long[] strides;
    private readonly bool contiguous;
    private readonly IntPtr data;

    internal TensorAccessor(Tensor tensor)
    {
        data = tensor.DataPointer();
        this.tensor = tensor;
        sizes = tensor.shape;
        strides = tensor.stride();
        contiguous = tensor.is_contiguous();
        Count = tensor.NumberOfElements;
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    /// <summary>The element at one position of each dimension, or at one position in C order.</summary>
    public T this[params long[] indices]
    {
        get => At(Offset(indices));
        set => At(Offset(indices)) = value;
    }

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => left.SequenceEqual(right);

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    /// <summary>An array of the tensor's rank; of one element for a tensor without dimensions.</summary>
    public Array ToNDArray()
    {
        if (sizes.Length == 0) return ToArray();
        var array = Array.CreateInstance(typeof(T), sizes);
        int[] position = new int[sizes.Length];
        foreach (T value in this)
        {
            array.SetValue(value, position);
            for (int d = position.Length - 1; d >= 0 && ++position[d] == sizes[d]; d--) position[d] = 0;
        }
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        int count = (int)Math.Min(Count - tensorIndex, array.Length - arrayIndex);
        if (contiguous)
        {
            RequireAlive();
            new ReadOnlySpan<T>((T*)data + tensorIndex, count).CopyTo(array[arrayIndex..]);
            GC.KeepAlive(tensor);
            return;
        }
        for (int i = 0; i < count; i++) array[arrayIndex + i] = At(Strided(tensorIndex + i));
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        long count = Math.Min(Count - tensorIndex, array.Length - arrayIndex);
        for (int i = 0; i < count; i++) At(Strided(tensorIndex + i)) = array[arrayIndex + i];
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++) yield return At(Strided(i));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this == other;

    public override int GetHashCode() => data.GetHashCode();

    /// <summary>The memory belongs to the tensor: there is nothing to free.</summary>
    public void Dispose() => GC.SuppressFinalize(this);

    private unsafe ref T At(long offset)
    {
        RequireAlive();
        return ref Unsafe.AsRef<T>((T*)data + offset);
    }

    private void RequireAlive()
    {
        if (tensor.IsInvalid) throw new ObjectDisposedException(nameof(Tensor), "The tensor that this data belongs to was disposed; copy the data with ToArray() while it is alive.");
    }

    private long Offset(long[] indices)
    {
        if (indices.Length == 1 && sizes.Length != 1)
        {
            if (indices[0] < 0 || indices[0] >= Count) throw new IndexOutOfRangeException($"element {indices[0]} of {Count}");
            return Strided(indices[0]);
        }
        if (indices.Length != sizes.Length) throw new ArgumentException($"{indices.Length} positions for a tensor of {sizes.Length} dimensions.");
        long offset = 0;
        for (int d = 0; d < indices.Length; d++)
        {
            long index = indices[d] < 0 ? indices[d] + sizes[d] : indices[d];
            if (index < 0 || index >= sizes[d]) throw new IndexOutOfRangeException($"position {indices[d]} is outside dimension {d} of size {sizes[d]}");
            offset += index * strides[d];
        }
        return offset;
    }

    /// <summary>Where the i-th element in C order lies.</summary>
    private long Strided(long i)
    {
        if (contiguous) return i;
        long offset = 0;
        for (int d = sizes.Length - 1; d >= 0; d--)
        {
            offset += i % sizes[d] * strides[d];
            i /= sizes[d];
        }
        return offset;
    }
}
