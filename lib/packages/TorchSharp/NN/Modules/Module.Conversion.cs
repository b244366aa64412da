using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Moves all parameters and buffers, and converts those that hold real numbers.</summary>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                _toEpilog(dtype, device, non_blocking);
                return this;
            }

            /// <summary>Moves all parameters and buffers.</summary>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);
                return this;
            }

            /// <summary>Converts the parameters and buffers that hold real numbers.</summary>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                _toEpilog(dtype, null, non_blocking);
                return this;
            }

            /// <summary>Moves and converts to another tensor's device and type.</summary>
            protected internal Module _to(Tensor other, bool non_blocking) => _to(other.device, other.dtype, non_blocking);

            /// <summary>
            /// Gives every parameter and buffer new memory of this type and device. The tensors stay the same objects, so that
            /// optimizers and fields that hold them see the change; gradients are converted with them.
            /// </summary>
            protected void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                if (dtype is { } type && !is_floating_point(type) && !is_complex(type))
                {
                    throw new ArgumentException($"A module can be converted to real or complex element types, not to {type}.", nameof(dtype));
                }
                foreach (var (_, child) in named_children())
                {
                    child._toEpilog(dtype, device, non_blocking);
                }
                using var mode = no_grad();
                foreach (var (_, parameter) in named_parameters(false).ToArray())
                {
                    using var grad = parameter.grad;
                    Convert(parameter, dtype, device, non_blocking);
                    if (grad is not null)
                    {
                        parameter.grad = null;
                        Convert(grad, dtype, device, non_blocking);
                        parameter.grad = grad;
                    }
                }
                foreach (var (_, buffer) in named_buffers(false).ToArray())
                {
                    Convert(buffer, dtype, device, non_blocking);
                }
                if (device is not null)
                {
                    _deviceType = device.type;
                    _deviceIndex = device.index;
                }
            }

            private static void Convert(Tensor tensor, ScalarType? dtype, Device? device, bool non_blocking)
            {
                var type = tensor.is_floating_point() || tensor.is_complex() ? dtype ?? tensor.dtype : tensor.dtype;
                device ??= tensor.device;
                if (type == tensor.dtype && device.type == tensor.device_type && (device.index < 0 || device.index == tensor.device_index))
                {
                    return;
                }
                using var converted = tensor.to(type, device, non_blocking: non_blocking);
                using var plain = converted.detach();
                InPlace.SetData(tensor, plain);
            }
        }
    }
}
