using System.Collections.Concurrent;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// Operators by schema name, for code that runs seldom; where it runs often, keep an <see cref="Op"/> in a static field.
/// <code>Tensor y = Ops.Call("aten::softplus", x, 1.0, 20.0);</code>
/// </summary>
internal static class Ops
{
    private static readonly ConcurrentDictionary<string, Op> Known = new();

    internal static Op Get(string schemaName) => Known.GetOrAdd(schemaName, static name => new Op(name));

    internal static Tensor Call(string schemaName, params ReadOnlySpan<Arg> arguments) => Get(schemaName).Call(arguments);

    internal static (Tensor First, Tensor Second) Call2(string schemaName, params ReadOnlySpan<Arg> arguments) => Get(schemaName).Call2(arguments);

    internal static (Tensor First, Tensor Second, Tensor Third) Call3(string schemaName, params ReadOnlySpan<Arg> arguments) => Get(schemaName).Call3(arguments);

    internal static Tensor[] CallList(string schemaName, params ReadOnlySpan<Arg> arguments) => Get(schemaName).CallList(arguments);

    internal static void Invoke(string schemaName, params ReadOnlySpan<Arg> arguments) => Get(schemaName).Invoke(arguments);
}
