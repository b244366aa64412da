using System.Globalization;

namespace TorchSharp;

/// <summary>Kinds of devices, numbered as in libtorch.</summary>
public enum DeviceType
{
    CPU = 0,
    CUDA = 1,
    MKLDNN = 2,
    OPENGL = 3,
    OPENCL = 4,
    IDEEP = 5,
    HIP = 6,
    FPGA = 7,
    MSNPU = 8,
    XLA = 9,
    MPS = 13,
    META = 14
}

public static partial class torch
{
    /// <summary>Where a tensor's memory is: "cpu" here; "cuda:0" with the real package on a machine with a GPU.</summary>
    public class Device
    {
        /// <summary>The device that a text names.</summary>
        /// <param name="description">A type, and an index after a colon if need be: "cpu", "cuda:1".</param>
        public Device(string description)
        {
            int colon = description.IndexOf(':', StringComparison.Ordinal);
            type = Parse(colon < 0 ? description : description[..colon]);
            index = colon < 0 ? DefaultIndex(type) : int.Parse(description.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        }

        public Device(string deviceType, int index = -1) : this(Parse(deviceType), index)
        {
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index == -1 ? DefaultIndex(deviceType) : index;
        }

        /// <summary>The CUDA device of that number.</summary>
        public Device(int index) : this(DeviceType.CUDA, index)
        {
        }

        public DeviceType type { get; }

        /// <summary>The number of the device among those of its type; -1 where there is only one.</summary>
        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString()
        {
            string name = type.ToString().ToLowerInvariant();
            return index < 0 ? name : $"{name}:{index.ToString(CultureInfo.InvariantCulture)}";
        }

        public override bool Equals(object? obj) => obj is Device other && other.type == type && other.index == index;

        public override int GetHashCode() => HashCode.Combine(type, index);

        private static int DefaultIndex(DeviceType type) => type == DeviceType.CUDA ? 0 : -1;

        private static DeviceType Parse(string name) =>
            Enum.TryParse(name, ignoreCase: true, out DeviceType found) && Enum.IsDefined(found)
                ? found
                : throw new ArgumentException($"'{name}' is not a device type; cpu, cuda, mps and meta are.", nameof(name));
    }

    public static Device CPU = new(DeviceType.CPU);
    public static Device META = new(DeviceType.META);

    public static Device CUDA => new(DeviceType.CUDA);

    public static Device MPS => new(DeviceType.MPS);

    private static Device defaultDevice = CPU;

    public static Device device(string description) => InitializeDevice(new Device(description));

    public static Device device(string deviceType, int index = -1) => InitializeDevice(new Device(deviceType, index));

    public static Device device(DeviceType deviceType, int index = -1) => InitializeDevice(new Device(deviceType, index));

    public static Device device(int index) => InitializeDevice(new Device(index));

    public static Device get_default_device() => defaultDevice;

    public static void set_default_device(Device device) => defaultDevice = InitializeDevice(device);

    public static void set_default_device(string device) => set_default_device(new Device(device));

    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType is DeviceType.CPU or DeviceType.META;

    /// <summary>Makes sure that a kind of device can be used.</summary>
    /// <exception cref="InvalidOperationException">This machine, or this build, has no such device.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (TryInitializeDeviceType(deviceType)) return;
        throw new InvalidOperationException(deviceType == DeviceType.CUDA
            ? "CUDA is not available with the system's libtorch; on a machine with an NVIDIA GPU, run ./rnn setup --nuget to use the TorchSharp-cuda package."
            : $"{deviceType} devices are not available here; use torch.CPU.");
    }

    public static Device InitializeDevice(Device? device)
    {
        device ??= defaultDevice;
        InitializeDeviceType(device.type);
        return device;
    }

    public static bool cuda_is_available() => cuda.is_available();

    public static bool mps_is_available() => false;

    /// <summary>CUDA as programs ask for it; the system's libtorch is built without.</summary>
    public static class cuda
    {
        /// <summary>False here. ./rnn setup --nuget brings the package that uses a GPU.</summary>
        public static bool is_available() => TryInitializeDeviceType(DeviceType.CUDA);

        public static bool is_cudnn_available() => false;

        public static int device_count() => 0;

        /// <summary>Has no device to seed, as PyTorch does nothing without CUDA.</summary>
        public static void manual_seed(long seed) => _ = seed;

        /// <summary>Has no device to seed, as PyTorch does nothing without CUDA.</summary>
        public static void manual_seed_all(long seed) => _ = seed;

        /// <summary>Waits for a GPU's work.</summary>
        public static void synchronize(Device? device = null) => InitializeDevice(device ?? CUDA);
    }
}
