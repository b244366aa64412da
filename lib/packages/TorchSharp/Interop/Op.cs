using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// Any operator of ATen, called through the dispatcher with autograd:
/// <code>
/// private static readonly Op Lstm = new("aten::lstm.input");                 // looked up at its first call
/// (Tensor output, Tensor h, Tensor c) = Lstm.Call3(x, new[] { h0, c0 }, weights, true, 1, 0.0, train, false, true);
/// Tensor y = Ops.Call("aten::gelu", x, "none");                               // the same by name, for cold code
/// </code>
/// Arguments convert implicitly (see <see cref="Arg"/>) and are checked against the schema; trailing ones with a default may be
/// left out. Call, Call2, Call3, CallList, CallBool, CallLong, CallDouble and Invoke (in-place, nothing back) differ in what comes back.
/// A libtorch error is an ExternalException whose first line names the operator and the shapes.
/// </summary>
internal sealed unsafe class Op(string schemaName)
{
    private const int StackWords = 256;

    private IntPtr handle;

    /// <summary>
    /// Call without a list of arguments: most operators of a training step have one or two tensors, and take about as long as
    /// their call.
    /// </summary>
    internal Tensor CallUnary(Tensor tensor)
    {
        if (tensor is null || handle == IntPtr.Zero) return Call(tensor);
        NativeValue argument = new() { Kind = ValueKind.Tensor, Pointer = (void*)tensor.Hold() }, result;
        int status = Native.rt_call(handle, &argument, 1, &result, 1);
        ExternalException? failure = status == 0 ? null : Failure([tensor]);
        tensor.LetGo();
        return failure is null ? Tensor.Own(result)! : throw failure;
    }

    /// <inheritdoc cref="CallUnary"/>
    [SkipLocalsInit]
    internal Tensor CallBinary(Tensor first, Tensor second)
    {
        if (first is null || second is null || handle == IntPtr.Zero) return Call(first, second);
        NativeValue* arguments = stackalloc NativeValue[2];
        NativeValue result;
        arguments[0] = new() { Kind = ValueKind.Tensor, Pointer = (void*)first.Hold() };
        if (!second.TryHold(out IntPtr other))
        {
            first.LetGo();
            throw Tensor.Disposed();
        }
        arguments[1] = new() { Kind = ValueKind.Tensor, Pointer = (void*)other };
        int status = Native.rt_call(handle, arguments, 2, &result, 1);
        ExternalException? failure = status == 0 ? null : Failure([first, second]);
        first.LetGo();
        second.LetGo();
        return failure is null ? Tensor.Own(result)! : throw failure;
    }

    internal Tensor Call(params ReadOnlySpan<Arg> arguments)
    {
        NativeValue result;
        Run(arguments, &result, 1);
        return Tensor.Own(result)!;
    }

    internal (Tensor First, Tensor Second) Call2(params ReadOnlySpan<Arg> arguments)
    {
        NativeValue* results = stackalloc NativeValue[2];
        Run(arguments, results, 2);
        return (Tensor.Own(results[0])!, Tensor.Own(results[1])!);
    }

    internal (Tensor First, Tensor Second, Tensor Third) Call3(params ReadOnlySpan<Arg> arguments)
    {
        NativeValue* results = stackalloc NativeValue[3];
        Run(arguments, results, 3);
        return (Tensor.Own(results[0])!, Tensor.Own(results[1])!, Tensor.Own(results[2])!);
    }

    internal (Tensor First, Tensor Second, Tensor Third, Tensor Fourth) Call4(params ReadOnlySpan<Arg> arguments)
    {
        NativeValue* results = stackalloc NativeValue[4];
        Run(arguments, results, 4);
        return (Tensor.Own(results[0])!, Tensor.Own(results[1])!, Tensor.Own(results[2])!, Tensor.Own(results[3])!);
    }

    internal Tensor[] CallList(params ReadOnlySpan<Arg> arguments)
    {
        NativeValue result;
        Run(arguments, &result, 1);
        var tensors = new Tensor[result.Count];
        for (int i = 0; i < tensors.Length; i++) tensors[i] = new Tensor(((IntPtr*)result.Pointer)[i]);
        NativeMemory.Free(result.Pointer);
        return tensors;
    }

    internal bool CallBool(params ReadOnlySpan<Arg> arguments) => CallScalar(arguments).Int != 0;

    internal long CallLong(params ReadOnlySpan<Arg> arguments) => CallScalar(arguments).Int;

    internal double CallDouble(params ReadOnlySpan<Arg> arguments) => CallScalar(arguments).Double;

    /// <summary>Calls for the effect and drops what the operator returns.</summary>
    internal void Invoke(params ReadOnlySpan<Arg> arguments) => Run(arguments, null, 0);

    /// <summary>The value of an operator that returns a number: an Int, Double, Bool or Complex.</summary>
    internal Scalar CallNumber(params ReadOnlySpan<Arg> arguments)
    {
        NativeValue result = CallScalar(arguments);
        switch (result.Kind)
        {
            case ValueKind.Int: return result.Int;
            case ValueKind.Bool: return result.Int != 0;
            case ValueKind.Complex:
                double* parts = (double*)result.Pointer;
                var number = new System.Numerics.Complex(parts[0], parts[1]);
                NativeMemory.Free(result.Pointer);
                return number;
            default: return result.Double;
        }
    }

    /// <summary>Why this libtorch does not have the operator; null when it does.</summary>
    internal string? Missing()
    {
        try
        {
            Find();
            return null;
        }
        catch (ExternalException e)
        {
            return e.Message;
        }
    }

    private NativeValue CallScalar(ReadOnlySpan<Arg> arguments)
    {
        NativeValue result;
        Run(arguments, &result, 1);
        return result;
    }

    [SkipLocalsInit]
    private void Run(ReadOnlySpan<Arg> arguments, NativeValue* results, int room)
    {
        if (handle == IntPtr.Zero) Find();
        int words = 0;
        foreach (ref readonly Arg argument in arguments)
        {
            if (argument.Kind >= ValueKind.Ints) words += argument.Words;
        }
        NativeValue* values = stackalloc NativeValue[arguments.Length];
        if (words <= StackWords)
        {
            long* scratch = stackalloc long[words];
            Run(arguments, values, scratch, results, room);
            return;
        }
        long* memory = (long*)NativeMemory.Alloc((nuint)words, sizeof(long));
        try
        {
            Run(arguments, values, memory, results, room);
        }
        finally
        {
            NativeMemory.Free(memory);
        }
    }

    private void Run(ReadOnlySpan<Arg> arguments, NativeValue* values, long* scratch, NativeValue* results, int room)
    {
        int crossed = 0;
        while (crossed < arguments.Length && Crossing.TryEnter(arguments[crossed], out values[crossed], ref scratch)) crossed++;
        Exception? failure = null;
        if (crossed < arguments.Length) failure = Tensor.Disposed();
        else if (Native.rt_call(handle, values, arguments.Length, results, room) != 0) failure = Failure(arguments);
        for (int i = 0; i < crossed; i++) Crossing.Leave(arguments[i]);
        if (failure is not null) throw failure;
    }

    private ExternalException Failure(params ReadOnlySpan<Arg> arguments) =>
        NativeError.Of(CallText.Of(schemaName[(schemaName.LastIndexOf(':') + 1)..].Split('.')[0], arguments));

    private void Find()
    {
        int dot = schemaName.IndexOf('.', StringComparison.Ordinal);
        IntPtr found;
        NativeError.Check(dot < 0
            ? Native.rt_find(schemaName, "", &found)
            : Native.rt_find(schemaName[..dot], schemaName[(dot + 1)..], &found));
        handle = found;
    }
}
