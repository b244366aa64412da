using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers with its own seed: PyTorch's Mersenne Twister, number for number.</summary>
    public class Generator : IDisposable
    {
        private readonly GeneratorHandle native;

        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = InitializeDevice(device);
            native = GeneratorHandle.New(seed);
        }

        private Generator(GeneratorHandle shared)
        {
            device = CPU;
            native = shared;
        }

        /// <summary>The one that operators use when they are given none.</summary>
        public static Generator Default { get; } = new(GeneratorHandle.Default());

        public IntPtr Handle => native.Pointer;

        public Device device { get; }

        public Generator manual_seed(long seed)
        {
            NativeError.Check(Native.rt_set_seed(Hold(), unchecked((ulong)seed)));
            LetGo();
            return this;
        }

        /// <summary>Draws a seed from the system, sets and returns it.</summary>
        public unsafe long seed()
        {
            ulong drawn;
            NativeError.Check(Native.rt_new_seed(Hold(), &drawn));
            LetGo();
            return unchecked((long)drawn);
        }

        public unsafe long initial_seed()
        {
            ulong first;
            NativeError.Check(Native.rt_current_seed(Hold(), &first));
            LetGo();
            return unchecked((long)first);
        }

        /// <summary>The state as a tensor of bytes.</summary>
        public unsafe Tensor get_state()
        {
            IntPtr state;
            NativeError.Check(Native.rt_get_state(Hold(), &state));
            LetGo();
            return new Tensor(state);
        }

        public void set_state(Tensor value)
        {
            IntPtr generator = Hold();
            try
            {
                IntPtr state = value.Hold();
                int status = Native.rt_set_state(generator, state);
                value.LetGo();
                NativeError.Check(status);
            }
            finally
            {
                LetGo();
            }
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (disposing && !ReferenceEquals(this, Default)) native.Dispose();
        }

        internal IntPtr Hold()
        {
            bool held = false;
            native.DangerousAddRef(ref held);
            return native.Pointer;
        }

        internal void LetGo() => native.DangerousRelease();

        private sealed class GeneratorHandle : SafeHandle
        {
            private GeneratorHandle(IntPtr generator) : base(IntPtr.Zero, true) => SetHandle(generator);

            public override bool IsInvalid => handle == IntPtr.Zero;

            internal IntPtr Pointer => handle;

            internal static unsafe GeneratorHandle New(ulong seed)
            {
                IntPtr generator;
                NativeError.Check(Native.rt_new_generator(seed, &generator));
                return new GeneratorHandle(generator);
            }

            internal static unsafe GeneratorHandle Default()
            {
                IntPtr generator;
                NativeError.Check(Native.rt_default_generator(&generator));
                return new GeneratorHandle(generator);
            }

            protected override bool ReleaseHandle()
            {
                Native.rt_release_generator(handle);
                return true;
            }
        }
    }
}
