using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Changes to parameters and buffers that autograd does not see.</summary>
internal static class InPlace
{
    private static readonly Op CopyOp = new("aten::copy_"), SetDataOp = new("aten::set_data");

    /// <summary>Copies values, converting them to the target's type and device.</summary>
    public static void Copy(Tensor target, Tensor source)
    {
        using var _ = no_grad();
        CopyOp.Invoke(target, source);
    }

    /// <summary>Lets a tensor refer to other memory, of another type or device; optimizers that hold it see the change.</summary>
    public static void SetData(Tensor target, Tensor source) => SetDataOp.Invoke(target, source);
}

/// <summary>Gradients of many parameters, cleared without leaving tensors to the finalizer.</summary>
internal static class Gradients
{
    public static void Clear(Parameter parameter, bool toNone)
    {
        if (toNone)
        {
            parameter.grad = null;
            return;
        }
        Zero([parameter]);
    }

    public static void Zero(Parameter[] parameters)
    {
        var grads = parameters.Select(parameter => parameter.grad).OfType<Tensor>().ToArray();
        var dense = Array.FindAll(grads, grad => !grad.is_sparse);
        using (no_grad())
        {
            if (dense.Length > 0)
            {
                Foreach.ZeroTo.Invoke(dense);
            }
            foreach (var sparse in grads.Except(dense, ReferenceEqualityComparer.Instance).Cast<Tensor>())
            {
                sparse.zero_();
            }
        }
        Foreach.Dispose(grads);
    }
}
