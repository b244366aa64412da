using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Op RequiresGrad = new("aten::requires_grad_");
        private static readonly Op RetainGrad = new("aten::retain_grad");

        /// <summary>Whether operators on this tensor are recorded so that <see cref="backward()"/> can reach it.</summary>
        public bool requires_grad
        {
            get => Info().Flags.HasFlag(InfoFlags.RequiresGrad);
            set
            {
                if (!value && !is_leaf) throw new InvalidOperationException($"requires_grad can be switched off on leaf tensors only; use detach() on {CallText.Of(this)}.");
                RequiresGrad.Invoke(this, value);
            }
        }

        /// <summary>What <see cref="backward()"/> accumulated, of this tensor's shape; null before, or after it was set to null.</summary>
        public unsafe Tensor? grad
        {
            get
            {
                IntPtr found;
                int status = Native.rt_get_grad(Hold(), &found);
                LetGo();
                NativeError.Check(status);
                return found == IntPtr.Zero ? null : new Tensor(found);
            }
            set
            {
                if (value is not null && !shape.AsSpan().SequenceEqual(value.shape))
                {
                    throw new ArgumentException($"The gradient is {CallText.Of(value)}, its tensor {CallText.Of(this)}; their shapes must be the same.");
                }
                IntPtr* pointers = stackalloc IntPtr[2];
                Crossing.HoldAll([this, value], pointers);
                int status = Native.rt_set_grad(pointers[0], pointers[1]);
                Crossing.LetGoAll([this, value]);
                NativeError.Check(status);
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of a tensor that is no leaf, to be read from <see cref="grad"/>.</summary>
        public void retain_grad() => RetainGrad.Invoke(this);

        /// <summary>Adds the gradient of this scalar to <see cref="grad"/> of every leaf that it was computed from.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">Not a scalar, nothing to differentiate, or done already.</exception>
        public void backward() => autograd.Backward([this], null, false, false, null);

        /// <summary>Adds the gradients of this tensor to the <c>grad</c> of every leaf it was computed from.</summary>
        /// <param name="grad_tensors">The gradient of the result with respect to this tensor, of its shape; one for a scalar.</param>
        /// <param name="retain_graph">Keeps what a second call needs.</param>
        /// <param name="create_graph">Records the gradients themselves, for second derivatives.</param>
        /// <param name="inputs">Only these accumulate a gradient.</param>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.Backward([this], grad_tensors, retain_graph, create_graph, inputs);
    }
}
