using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        internal unsafe TensorInfo Info()
        {
            TensorInfo info;
            Native.rt_info(Hold(), &info);
            LetGo();
            return info;
        }

        private unsafe T WithInfo<T>(Func<TensorInfo, T> read)
        {
            TensorInfo info;
            Native.rt_info(Hold(), &info);
            try
            {
                return read(info);
            }
            finally
            {
                LetGo();
            }
        }

        /// <summary>The size of each dimension.</summary>
        public unsafe long[] shape => WithInfo(static info => new Span<long>(info.Sizes, (int)info.Dimensions).ToArray());

        public long[] size() => shape;

        /// <summary>The size of one dimension; a negative one counts from the last.</summary>
        public long size(int dim) => shape[Axis(dim, (int)ndim)];

        public unsafe long[] stride() => WithInfo(static info => info.Strides is null ? [] : new Span<long>(info.Strides, (int)info.Dimensions).ToArray());

        public long stride(int dim) => stride()[Axis(dim, (int)ndim)];

        public long storage_offset() => StorageOffset.CallLong(this);

        public long ndim => Info().Dimensions;

        public long Dimensions => ndim;

        public long dim() => ndim;

        public long NumberOfElements => Info().Elements;

        public long numel() => Info().Elements;

        public long ElementSize => dtype.ElementSize();

        public long element_size() => ElementSize;

        public ScalarType dtype => (ScalarType)Info().DType;

        public Device device
        {
            get
            {
                TensorInfo info = Info();
                return new Device((DeviceType)info.DeviceType, info.DeviceIndex);
            }
        }

        public DeviceType device_type => (DeviceType)Info().DeviceType;

        public int device_index => Info().DeviceIndex;

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public bool is_sparse => Info().Flags.HasFlag(InfoFlags.Sparse);

        public bool is_leaf => Info().Flags.HasFlag(InfoFlags.Leaf);

        public bool is_contiguous() => Info().Flags.HasFlag(InfoFlags.Contiguous);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        public bool is_integral() => torch.is_integral(dtype);

        /// <summary>Pinned memory serves copies to a GPU; there is none here.</summary>
        public bool is_pinned() => false;

        /// <summary>A name for people who debug; it means nothing to libtorch.</summary>
        public string name
        {
            get => Names.TryGetValue(this, out string? name) ? name : "";
            set => Names.AddOrUpdate(this, value);
        }

        /// <summary>Few tensors have a name, and every operator makes a tensor: it costs those nothing here.</summary>
        private static readonly ConditionalWeakTable<Tensor, string> Names = [];

        private static readonly Op StorageOffset = new("aten::storage_offset");

        private static int Axis(int dim, int dimensions)
        {
            if (dim < -dimensions || dim >= dimensions)
            {
                throw new IndexOutOfRangeException(
                    $"Dimension out of range (expected to be in range of [{-dimensions}, {dimensions - 1}], but got {dim})");
            }
            return dim < 0 ? dim + dimensions : dim;
        }
    }
}
