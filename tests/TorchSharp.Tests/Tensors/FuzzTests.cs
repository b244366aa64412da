using System.Globalization;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>Calls random methods of Tensor, torch, linalg and functional with random tensors, numbers and sizes: a wrong call throws, none ends the process.</summary>
public class FuzzTests
{
    private static readonly ScalarType[] Types =
        [float32, float32, float64, int64, int32, uint8, @bool, float16, complex64];

    private static readonly MethodInfo[] Methods = [.. new[] { typeof(Tensor), typeof(torch), typeof(linalg), typeof(nn.functional) }
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(m => !m.IsSpecialName && !m.IsGenericMethod && m.ReturnType.FullName!.Contains("Tensor", StringComparison.Ordinal))
        .Where(m => m.GetParameters().All(p => Supported(p.ParameterType)))
        .OrderBy(m => $"{m.DeclaringType!.Name} {m}", StringComparer.Ordinal)];

    /// <summary>FUZZ_SEED makes other calls than the usual ones.</summary>
    [Fact]
    public void No_call_ends_the_process()
    {
        Assert.True(Methods.Length > 1000, $"only {Methods.Length} methods to call");
        Prop.ForAll<int, int>((method, seed) => Call(Methods[(int)((uint)method % Methods.Length)], new Random(seed)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(4000).WithReplay(ulong.Parse(Environment.GetEnvironmentVariable("FUZZ_SEED") ?? "20261122", CultureInfo.InvariantCulture), 297).WithStartSize(1_000_000).WithEndSize(2_000_000_000));
    }

    private static bool Call(MethodInfo method, Random random)
    {
        using DisposeScope scope = NewDisposeScope();
        try
        {
            Tensor self = RandomTensor(random);
            object?[] arguments = [.. method.GetParameters().Select(p => Argument(p.ParameterType, random))];
            Trace(method, self, arguments);
            object? result = method.Invoke(method.IsStatic ? null : self, arguments);
            if (result is Tensor t) return t.ToString().Length > 0 && t.NumberOfElements >= 0;
            return true;
        }
        catch (TargetInvocationException e)
        {
            string first = e.InnerException!.Message.Split('\n')[0];
            return first.Length > 0 && !first.Contains(".cpp", StringComparison.Ordinal) && !first.Contains("frame #", StringComparison.Ordinal);
        }
    }

    /// <summary>With FUZZ_TRACE set to a file's name, the last call is in it when the process died.</summary>
    private static void Trace(MethodInfo method, Tensor self, object?[] arguments)
    {
        if (Environment.GetEnvironmentVariable("FUZZ_TRACE") is not { Length: > 0 } file) return;
        string Show(object? o) => o is Array a ? $"[{string.Join(",", a.Cast<object>())}]" : o?.ToString() ?? "null";
        File.WriteAllText(file, $"{self}.{method.Name}({string.Join("; ", arguments.Select(Show))})\n");
    }

    private static bool Supported(Type type) =>
        type == typeof(Tensor) || type == typeof(Scalar) || type == typeof(long) || type == typeof(int) || type == typeof(long?)
        || type == typeof(int?) || type == typeof(bool) || type == typeof(double) || type == typeof(float) || type == typeof(double?)
        || type == typeof(long[]) || type == typeof(ScalarType) || type == typeof(ScalarType?) || type == typeof(torch.Generator) || type == typeof(Tensor[]);

    private static object? Argument(Type type, Random random)
    {
        if (Nullable.GetUnderlyingType(type) is { } plain) return random.Next(2) == 0 ? null : Argument(plain, random);
        if (type == typeof(Tensor)) return RandomTensor(random);
        if (type == typeof(Tensor[])) return Enumerable.Range(0, random.Next(4)).Select(_ => RandomTensor(random)).ToArray();
        if (type == typeof(Scalar)) return random.Next(3) switch { 0 => (Scalar)random.Next(-3, 9), 1 => (Scalar)(random.NextDouble() * 4), _ => (Scalar)true };
        if (type == typeof(long)) return Whole(random);
        if (type == typeof(int)) return (int)Whole(random);
        if (type == typeof(bool)) return random.Next(2) == 0;
        if (type == typeof(double)) return (random.NextDouble() * 4) - 1;
        if (type == typeof(float)) return (float)((random.NextDouble() * 4) - 1);
        if (type == typeof(long[])) return Enumerable.Range(0, random.Next(5)).Select(_ => Whole(random)).ToArray();
        if (type == typeof(ScalarType)) return Types[random.Next(Types.Length)];
        return null;
    }

    /// <summary>Mostly what fits, sometimes far out of range.</summary>
    private static long Whole(Random random) => random.Next(20) == 0 ? random.NextInt64(-1L << 40, 1L << 40) : random.Next(-2, 5);

    private static Tensor RandomTensor(Random random)
    {
        long[] shape = [.. Enumerable.Range(0, random.Next(5)).Select(_ => (long)random.Next(0, 5))];
        ScalarType type = Types[random.Next(Types.Length)];
        Tensor t = is_integral(type) ? randint(0, 2, shape, type) : randn(shape, is_complex(type) ? type : float32).to(type);
        if (random.Next(4) == 0 && t.ndim >= 2) t = t.transpose(0, 1);
        if (random.Next(6) == 0 && is_floating_point(type)) t.requires_grad = true;
        return t;
    }
}
