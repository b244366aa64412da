using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array of one element type, over libtorch. Dispose it, or let a <see cref="DisposeScope"/> do so;
    /// one that is forgotten is freed by the garbage collector, later.
    /// </summary>
    public partial class Tensor : IDisposable, IScoped
    {
        private TensorHandle? handle;
        private string? tensorName;

        /// <summary>Takes over a reference to a native tensor.</summary>
        internal Tensor(IntPtr native, int bytes = 0)
        {
            DisposeScopeManager manager = DisposeScopeManager.Current;
            handle = new TensorHandle(native, manager.HasScope ? 0 : bytes);
            manager.RegisterTensor(this);
        }

        DisposeScope? IScoped.Scope { get; set; }

        int IScoped.Slot { get; set; }

        LifetimeStatistics IScoped.Statistics(DisposeScopeManager manager) => manager.Tensors;

        /// <summary>The tensor that an operator gave back; null for none.</summary>
        internal static unsafe Tensor? Own(in NativeValue value) =>
            value.Kind == ValueKind.Tensor ? new Tensor((IntPtr)value.Pointer, value.Count) : null;

        /// <summary>Tensors that are alive in this process.</summary>
        public static long TotalCount => TensorHandle.Live;

        /// <summary>The most tensors that were ever alive at once.</summary>
        public static long PeakCount => TensorHandle.Peak;

        /// <summary>The native pointer; the tensor stays its owner.</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public IntPtr Handle
        {
            get
            {
                TensorHandle native = handle ?? throw Disposed();
                return native.IsClosed ? throw Disposed() : native.Pointer;
            }
        }

        /// <summary>True once the tensor was disposed or gave its handle away.</summary>
        public bool IsInvalid => handle is not { IsClosed: false };

        /// <summary>Takes over the native pointer of another owner.</summary>
        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        /// <summary>Gives the native pointer, with its reference, to the caller; this object is unusable from then on.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            IntPtr native = Hold();
            Native.rt_retain(native);
            LetGo();
            Dispose();
            return native;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (!disposing || handle is not { IsClosed: false } native) return;
            DisposeScopeManager.MarkDisposed(this);
            native.Dispose();
        }

        /// <summary>Keeps the native tensor alive until <see cref="LetGo"/>, whatever other threads do.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal IntPtr Hold()
        {
            TensorHandle native = handle ?? throw Disposed();
            bool held = false;
            try
            {
                native.DangerousAddRef(ref held);
            }
            catch (ObjectDisposedException)
            {
                throw Disposed();
            }
            return native.Pointer;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void LetGo() => handle!.DangerousRelease();

        /// <summary>Takes over what <paramref name="other"/> refers to, which is unusable from then on.</summary>
        internal void ReplaceBy(Tensor other)
        {
            TensorHandle? old = handle;
            handle = new TensorHandle(other.DecoupleFromNativeHandle(), 0);
            old?.Dispose();
        }

        private static ObjectDisposedException Disposed() => new(
            nameof(Tensor), "This tensor was disposed: it left its DisposeScope or its Dispose was called. Keep it with MoveToOuterDisposeScope() or clone().");

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>Whether both have the same shape, element type and elements.</summary>
        public bool Equals(Tensor target) =>
            ReferenceEquals(this, target) || (dtype == target.dtype && shape.AsSpan().SequenceEqual(target.shape) && Aten.equal.CallBool(this, target));

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
    }
}
