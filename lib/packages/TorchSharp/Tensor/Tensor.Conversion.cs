using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>This tensor with that element type: itself when it has it already, unless a copy is asked for.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(type, null, copy, disposeAfter, non_blocking);

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(type, null, copy, disposeAfter, non_blocking);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(null, device, copy, disposeAfter, non_blocking);

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(null, new Device(device), copy, disposeAfter, non_blocking);

        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(null, new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(type, device, copy, disposeAfter, non_blocking);

        public Tensor to(Tensor other, bool non_blocking = false) => Moved(other.dtype, other.device, false, false, non_blocking);

        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        public Tensor type(ScalarType dtype) => to_type(dtype);

        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        public Tensor cpu() => to(CPU);

        /// <summary>The tensor on a CUDA device.</summary>
        /// <exception cref="InvalidOperationException">Always here: the system's libtorch has no CUDA.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? CUDA, non_blocking: non_blocking);

        /// <summary>The tensor on Apple's GPU.</summary>
        /// <exception cref="InvalidOperationException">Always here: the system's libtorch has no MPS.</exception>
        public Tensor mps(bool non_blocking = false) => to(MPS, non_blocking: non_blocking);

        public Tensor @bool() => to_type(ScalarType.Bool);

        public Tensor @byte() => to_type(ScalarType.Byte);

        public Tensor @char() => to_type(ScalarType.Int8);

        public Tensor @short() => to_type(ScalarType.Int16);

        public Tensor @int() => to_type(ScalarType.Int32);

        public Tensor @long() => to_type(ScalarType.Int64);

        public Tensor half() => to_type(ScalarType.Float16);

        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        public Tensor @float() => to_type(ScalarType.Float32);

        public Tensor @double() => to_type(ScalarType.Float64);

        public Tensor cfloat() => to_type(ScalarType.ComplexFloat32);

        public Tensor cdouble() => to_type(ScalarType.ComplexFloat64);

        /// <summary>The reductions that take a dtype through their input: the tensor itself when none is given.</summary>
        private Tensor As(ScalarType? type) => type is { } t && t != dtype ? to_type(t) : this;

        private Tensor Moved(ScalarType? type, Device? device, bool copy, bool disposeAfter, bool nonBlocking)
        {
            TensorInfo info = Info();
            ScalarType target = type ?? (ScalarType)info.DType;
            if (device is not null) InitializeDeviceType(device.type);
            bool same = (int)target == info.DType && (device is null || (int)device.type == info.DeviceType);
            if (same && !copy) return this;
            Tensor moved = device is null
                ? Aten.to_dtype.Call(this, target, nonBlocking, copy)
                : Aten.to_device.Call(this, device, target, nonBlocking, copy);
            if (disposeAfter) Dispose();
            return moved;
        }
    }
}
