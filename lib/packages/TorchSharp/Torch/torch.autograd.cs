using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients of functions of tensors.</summary>
    public static partial class autograd
    {
        /// <summary>The gradients of outputs with respect to inputs, as new tensors: no <c>grad</c> is touched.</summary>
        /// <param name="grad_outputs">The gradient with respect to each output; one for scalars.</param>
        /// <param name="allow_unused">An input that the outputs do not depend on gives null instead of an error.</param>
        public static unsafe IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false,
            bool allow_unused = false)
        {
            Tensor[] from = [.. outputs], to = [.. inputs], given = [.. grad_outputs ?? []];
            IntPtr* pointers = stackalloc IntPtr[from.Length + to.Length + given.Length + to.Length];
            IntPtr* results = pointers + from.Length + to.Length + given.Length;
            Tensor[] all = [.. from, .. to, .. given];
            Crossing.HoldAll(all, pointers);
            int status = Native.rt_grad(
                pointers, from.Length, pointers + from.Length, to.Length, pointers + from.Length + to.Length, given.Length,
                retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, results);
            ExternalException? failure = status == 0 ? null : NativeError.Of(CallText.Of("grad", ArgsOf(from)));
            Crossing.LetGoAll(all);
            if (failure is not null) throw failure;
            var gradients = new Tensor[to.Length];
            for (int i = 0; i < to.Length; i++) gradients[i] = results[i] == IntPtr.Zero ? null! : new Tensor(results[i]);
            return gradients;
        }

        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            Backward([.. tensors], grad_tensors, retain_graph ?? create_graph, create_graph, inputs);

        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            Backward([tensor], grad_tensors, retain_graph ?? create_graph, create_graph, inputs);

        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            Backward([tensor], [grad_tensor], retain_graph ?? create_graph, create_graph, inputs);

        /// <summary>While it is open, an operator whose gradient is NaN is reported, with the operator that made it.</summary>
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);

        internal static unsafe void Backward(
            ReadOnlySpan<Tensor> tensors, IList<Tensor>? grads, bool retainGraph, bool createGraph, IList<Tensor>? inputs)
        {
            int gradCount = grads?.Count ?? 0, inputCount = inputs?.Count ?? 0;
            Tensor[] all = [.. tensors, .. grads ?? [], .. inputs ?? []];
            IntPtr* pointers = stackalloc IntPtr[all.Length];
            Crossing.HoldAll(all, pointers);
            int status = Native.rt_backward(
                pointers, tensors.Length, pointers + tensors.Length, gradCount, retainGraph || createGraph ? 1 : 0, createGraph ? 1 : 0,
                pointers + tensors.Length + gradCount, inputCount);
            ExternalException? failure = status == 0 ? null : NativeError.Of(CallText.Of("backward", ArgsOf(tensors)));
            Crossing.LetGoAll(all);
            if (failure is not null) throw failure;
        }

        private static Arg[] ArgsOf(ReadOnlySpan<Tensor> tensors)
        {
            var arguments = new Arg[tensors.Length];
            for (int i = 0; i < arguments.Length; i++) arguments[i] = tensors[i];
            return arguments;
        }
    }

    /// <summary>Operators are not recorded until the returned object is disposed.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>Like <see cref="no_grad"/> and cheaper; the tensors made can never be recorded later.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_grad_enabled() => Native.rt_grad_enabled() != 0;

    public static bool is_inference_mode_enabled() => Native.rt_inference_enabled() != 0;
}
