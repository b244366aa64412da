using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array of one element type, over libtorch. Dispose it, or let a <see cref="DisposeScope"/> do so;
    /// one that is forgotten is freed by the garbage collector, later.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private TensorCell cell;
        private int version; // of the cell's uses, the one that is this tensor's; 0 once it was disposed

        /// <summary>Takes over a reference to a native tensor.</summary>
        internal Tensor(IntPtr native, int bytes = 0)
        {
            DisposeScopeManager manager = DisposeScopeManager.Current;
            DisposeScope? scope = manager.Innermost;
            cell = TensorCell.Take(native, scope is null ? bytes : 0, out version);
            manager.Register(this, scope);
        }

        /// <summary>The scope that will dispose it; null when its user does.</summary>
        internal DisposeScope? OwningScope { get; set; }

        /// <summary>Where the owning scope lists it.</summary>
        internal int Slot { get; set; }

        /// <summary>The tensor that an operator gave back; null for none.</summary>
        internal static unsafe Tensor? Own(NativeValue value) =>
            value.Kind == ValueKind.Tensor ? new Tensor((IntPtr)value.Pointer, value.Count) : null;

        /// <summary>Tensors that are alive in this process.</summary>
        public static long TotalCount => TensorCell.Live;

        /// <summary>The most tensors that were ever alive at once.</summary>
        public static long PeakCount => TensorCell.Peak;

        /// <summary>The native pointer; the tensor stays its owner.</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public IntPtr Handle
        {
            get
            {
                IntPtr native = Hold();
                LetGo();
                return native;
            }
        }

        /// <summary>True once the tensor was disposed or gave its handle away.</summary>
        public bool IsInvalid => version == 0;

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
            if (!disposing || !TryMarkDisposed()) return;
            DisposeScopeManager.MarkDisposed(this);
            cell.LetGo();
        }

        /// <summary>Lets the garbage collector know of the memory: from now on no scope frees it.</summary>
        internal void TellCollector()
        {
            if (!IsInvalid) cell.Press(NumberOfElements * ElementSize);
        }

        /// <summary>Disposes it on behalf of its scope, which takes it off its list.</summary>
        /// <returns>The native tensor if nobody uses it any more: the scope releases it.</returns>
        internal IntPtr LeaveScope()
        {
            OwningScope = null;
            return TryMarkDisposed() ? cell.Leave() : IntPtr.Zero;
        }

        private bool TryMarkDisposed()
        {
            int own = version;
            return own != 0 && Interlocked.CompareExchange(ref version, 0, own) == own;
        }

        /// <summary>Keeps the native tensor alive until <see cref="LetGo"/>, whatever other threads do.</summary>
        internal IntPtr Hold() => TryHold(out IntPtr native) ? native : throw Disposed();

        /// <summary>The same; false when the tensor was disposed.</summary>
        internal bool TryHold(out IntPtr native)
        {
            TensorCell held = cell;
            bool alive = held.TryHold(version);
            native = alive ? held.Pointer : IntPtr.Zero;
            return alive;
        }

        internal void LetGo() => cell.LetGo();

        /// <summary>Takes over what <paramref name="other"/> refers to, which is unusable from then on.</summary>
        internal void ReplaceBy(Tensor other)
        {
            (TensorCell old, int oldVersion) = (cell, version);
            IntPtr native = other.DecoupleFromNativeHandle();
            cell = TensorCell.Take(native, 0, out version);
            if (oldVersion != 0) old.LetGo();
        }

        internal static ObjectDisposedException Disposed() => new(
            nameof(Tensor), "This tensor was disposed: it left its DisposeScope or its Dispose was called. Keep it with MoveToOuterDisposeScope() or clone().");

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>Whether both have the same shape, element type and elements.</summary>
        public bool Equals(Tensor target) =>
            ReferenceEquals(this, target) || (dtype == target.dtype && shape.AsSpan().SequenceEqual(target.shape) && Aten.equal.CallBool(this, target));

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
    }
}
