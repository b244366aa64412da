namespace TorchSharp;

public static partial class torch
{
    /// <summary>The innermost open scope of this thread; null when none is open.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.Current.Innermost;

    /// <summary>Opens a scope that owns, and in the end disposes, every tensor made until it is disposed.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.NewDisposeScope();

    /// <summary>Computes one tensor and disposes every other one made on the way.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using DisposeScope scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }

    public partial class Tensor
    {
        /// <summary>Makes the scope around the owning one the owner; with none around it, the caller is.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of its scope: the caller disposes it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningScope?.Detach(this);
            return this;
        }

        /// <summary>The same under the name that TorchSharp first gave it.</summary>
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        public Tensor MoveToOtherDisposeScope(DisposeScope other)
        {
            if (OwningScope is { } scope) scope.MoveToOther(other, this);
            else other.Attach(this);
            return this;
        }

        /// <summary>Lets the scope that owns <paramref name="other"/> own this one as well.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other) =>
            other.OwningScope is { } scope ? MoveToOtherDisposeScope(scope) : DetachFromDisposeScope();
    }
}
