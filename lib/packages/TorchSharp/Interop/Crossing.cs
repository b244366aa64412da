using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// Carries an argument to the native side: holds what must stay alive during the call, and lays lists out in scratch memory.
/// </summary>
internal static unsafe class Crossing
{
    /// <summary>False, with nothing held, when a tensor was disposed.</summary>
    internal static bool TryEnter(in Arg from, out NativeValue to, ref long* scratch)
    {
        to = new NativeValue { Kind = from.Kind, Int = from.Bits };
        switch (from.Kind)
        {
            case ValueKind.Tensor:
                bool alive = ((Tensor)from.Object!).TryHold(out IntPtr pointer);
                to.Pointer = (void*)pointer;
                return alive;
            case ValueKind.Generator:
                to.Pointer = (void*)((Generator)from.Object!).Hold();
                break;
            case ValueKind.Device:
                to.Count = (int)(from.Bits >> 32);
                to.Int = (int)from.Bits;
                break;
            case ValueKind.Ints:
                Lay<long>((long[])from.Object!, from.Words, ref to, ref scratch);
                break;
            case ValueKind.Doubles:
                Lay<double>((double[])from.Object!, from.Words, ref to, ref scratch);
                break;
            case ValueKind.Bools:
                Lay<bool>((bool[])from.Object!, from.Words, ref to, ref scratch);
                break;
            case ValueKind.Complex:
                Lay<double>([from.Complex.Real, from.Complex.Imaginary], 2, ref to, ref scratch);
                break;
            case ValueKind.String:
                to.Pointer = scratch;
                to.Count = Encoding.UTF8.GetBytes((string)from.Object!, new Span<byte>(scratch, from.Words * sizeof(long)));
                scratch += from.Words;
                break;
            case ValueKind.Tensors:
                var tensors = (Tensor?[])from.Object!;
                to.Pointer = scratch;
                to.Count = tensors.Length;
                if (!TryHoldAll(tensors, (IntPtr*)scratch)) return false;
                scratch += tensors.Length;
                break;
        }
        return true;
    }

    internal static void Leave(in Arg argument)
    {
        switch (argument.Kind)
        {
            case ValueKind.Tensor:
                ((Tensor)argument.Object!).LetGo();
                break;
            case ValueKind.Generator:
                ((Generator)argument.Object!).LetGo();
                break;
            case ValueKind.Tensors:
                foreach (Tensor? tensor in (Tensor?[])argument.Object!) tensor?.LetGo();
                break;
        }
    }

    /// <summary>Holds each tensor and writes its pointer, null for none; if one cannot be held, none is.</summary>
    internal static void HoldAll(ReadOnlySpan<Tensor?> tensors, IntPtr* pointers)
    {
        if (!TryHoldAll(tensors, pointers)) throw Tensor.Disposed();
    }

    internal static void LetGoAll(ReadOnlySpan<Tensor?> tensors)
    {
        foreach (Tensor? tensor in tensors) tensor?.LetGo();
    }

    private static bool TryHoldAll(ReadOnlySpan<Tensor?> tensors, IntPtr* pointers)
    {
        for (int i = 0; i < tensors.Length; i++)
        {
            pointers[i] = IntPtr.Zero;
            if (tensors[i]?.TryHold(out pointers[i]) != false) continue;
            LetGoAll(tensors[..i]);
            return false;
        }
        return true;
    }

    private static void Lay<T>(ReadOnlySpan<T> list, int words, ref NativeValue to, ref long* scratch) where T : unmanaged
    {
        to.Pointer = scratch;
        to.Count = list.Length;
        list.CopyTo(new Span<T>(scratch, list.Length));
        scratch += words;
    }
}
