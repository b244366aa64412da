using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The entries of the native shim, one method each; see Native/shim.h for the conventions.</summary>
internal static unsafe partial class Native
{
    internal const string Library = "rnntorch";

    [LibraryImport(Library)]
    internal static partial byte* rt_error();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int rt_find(string name, string overload, IntPtr* op);

    [LibraryImport(Library)]
    internal static partial int rt_call(IntPtr op, NativeValue* arguments, int count, NativeValue* results, int room);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial void rt_info(IntPtr tensor, TensorInfo* info);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial void rt_retain(IntPtr tensor);

    [LibraryImport(Library)]
    internal static partial void rt_release(IntPtr* tensors, int count);

    [LibraryImport(Library)]
    internal static partial int rt_from_memory(
        int dtype, long* sizes, int dimensions, void* data, IntPtr owner, delegate* unmanaged<IntPtr, void> letGo, IntPtr* tensor);

    [LibraryImport(Library)]
    internal static partial int rt_save(IntPtr tensor, void** data, long* bytes);

    [LibraryImport(Library)]
    internal static partial int rt_load(byte* data, long bytes, IntPtr* tensor);

    [LibraryImport(Library)]
    internal static partial int rt_set_threads(int count);

    [LibraryImport(Library)]
    internal static partial int rt_threads();

    [LibraryImport(Library)]
    internal static partial int rt_set_interop_threads(int count);

    [LibraryImport(Library)]
    internal static partial int rt_interop_threads();

    [LibraryImport(Library)]
    internal static partial void rt_set_deterministic(int on, int warnOnly);

    [LibraryImport(Library)]
    internal static partial int rt_deterministic();

    [LibraryImport(Library)]
    internal static partial int rt_backward(
        IntPtr* tensors, int count, IntPtr* grads, int gradCount, int retain, int create, IntPtr* inputs, int inputCount);

    [LibraryImport(Library)]
    internal static partial int rt_grad(
        IntPtr* outputs, int count, IntPtr* inputs, int inputCount, IntPtr* grads, int gradCount,
        int retain, int create, int allowUnused, IntPtr* results);

    [LibraryImport(Library)]
    internal static partial int rt_get_grad(IntPtr tensor, IntPtr* grad);

    [LibraryImport(Library)]
    internal static partial int rt_set_grad(IntPtr tensor, IntPtr grad);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial int rt_grad_enabled();

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial void rt_set_grad_enabled(int on);

    [LibraryImport(Library)]
    internal static partial int rt_inference_enabled();

    [LibraryImport(Library)]
    internal static partial int rt_enter_inference(int on, IntPtr* mode);

    [LibraryImport(Library)]
    internal static partial void rt_leave_inference(IntPtr mode);

    [LibraryImport(Library)]
    internal static partial int rt_anomaly();

    [LibraryImport(Library)]
    internal static partial void rt_set_anomaly(int on, int checkNan);

    [LibraryImport(Library)]
    internal static partial int rt_new_generator(ulong seed, IntPtr* generator);

    [LibraryImport(Library)]
    internal static partial int rt_default_generator(IntPtr* generator);

    [LibraryImport(Library)]
    internal static partial void rt_release_generator(IntPtr generator);

    [LibraryImport(Library)]
    internal static partial int rt_set_seed(IntPtr generator, ulong seed);

    [LibraryImport(Library)]
    internal static partial int rt_new_seed(IntPtr generator, ulong* seed);

    [LibraryImport(Library)]
    internal static partial int rt_current_seed(IntPtr generator, ulong* seed);

    [LibraryImport(Library)]
    internal static partial int rt_get_state(IntPtr generator, IntPtr* state);

    [LibraryImport(Library)]
    internal static partial int rt_set_state(IntPtr generator, IntPtr state);
}
