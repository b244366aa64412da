using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

/// <summary>Cases that golden/*.py wrote with PyTorch, and how results are compared with them.</summary>
internal static class Golden
{
    private static readonly ConcurrentDictionary<string, List<JsonElement>> Read = new();

    public static List<JsonElement> Cases(string file) => Read.GetOrAdd(
        file, name => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), name))).RootElement.EnumerateArray().ToList());

    public static TheoryData<string, string> Ids(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var item in Cases(file))
        {
            data.Add(Text(item, "id"), Text(item, "dtype"));
        }
        return data;
    }

    public static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    public static ScalarType Type(string dtype) => dtype switch
    {
        "float32" => ScalarType.Float32,
        "float64" => ScalarType.Float64,
        "int64" => ScalarType.Int64,
        _ => throw new ArgumentException($"No golden file has {dtype}.", nameof(dtype)),
    };

    /// <summary>A tensor as golden.py packed it; null for none.</summary>
    public static Tensor? Tensor(JsonElement packed)
    {
        if (packed.ValueKind == JsonValueKind.Null)
        {
            return null;
        }
        var shape = packed.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        var type = Type(Text(packed, "dtype"));
        var values = packed.GetProperty("data").EnumerateArray();
        using var flat = type == ScalarType.Int64
            ? tensor(values.Select(value => value.GetInt64()).ToArray())
            : tensor(values.Select(value => value.GetDouble()).ToArray(), type);
        return flat.reshape(shape);
    }

    public static Tensor[] Inputs(JsonElement item) => item.GetProperty("inputs").EnumerateArray().Zip(
        item.GetProperty("inputGrads").EnumerateArray(),
        (value, grad) => Tensor(value)!.requires_grad_(grad.ValueKind != JsonValueKind.Null)).ToArray();

    /// <summary>The gradient that golden.py sends back: cos(0), cos(1), ... in the tensor's shape.</summary>
    public static Tensor Cotangent(Tensor output) => arange(output.numel(), dtype: ScalarType.Float64).cos().to(output.dtype).reshape(output.shape);

    public static void Backward(IEnumerable<Tensor> outputs)
    {
        var live = outputs.Where(output => output.requires_grad).ToArray();
        autograd.backward(live, live.Select(Cotangent).ToArray());
    }

    public static void Same(JsonElement expected, Tensor? actual, string what)
    {
        using var wanted = Tensor(expected);
        if (wanted is null)
        {
            return;
        }
        Assert.True(actual is not null, $"{what} is missing");
        Assert.True(wanted.shape.SequenceEqual(actual.shape), $"{what} has shape [{string.Join(", ", actual.shape)}], not [{string.Join(", ", wanted.shape)}]");
        double allowed = wanted.dtype == ScalarType.Float32 ? 1e-5 : 1e-10;
        Values(wanted.to(ScalarType.Float64).data<double>().ToArray(), actual.detach().to(ScalarType.Float64).contiguous().data<double>().ToArray(), allowed, what);
    }

    /// <summary>Equal up to <paramref name="allowed"/>, relative where the numbers are large.</summary>
    public static void Values(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double allowed, string what)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            double difference = Math.Abs(expected[i] - actual[i]);
            bool same = expected[i].Equals(actual[i]) || difference <= allowed * Math.Max(1, Math.Abs(expected[i]));
            Assert.True(same, $"{what}[{i}] is {actual[i]:R}, not {expected[i]:R}");
        }
    }

    /// <summary>Every parameter and buffer of the case, by name.</summary>
    public static void SameState(JsonElement expected, nn.Module module, string when)
    {
        var state = module.state_dict();
        Assert.Equal(expected.EnumerateObject().Select(entry => entry.Name).Order(), state.Keys.Order());
        foreach (var entry in expected.EnumerateObject())
        {
            Same(entry.Value, state[entry.Name], $"{entry.Name} {when}");
        }
    }

    public static void SameGradients(JsonElement expected, nn.Module module)
    {
        foreach (var entry in expected.EnumerateObject())
        {
            Same(entry.Value, module.get_parameter(entry.Name)?.grad, $"gradient of {entry.Name}");
        }
    }

    public static JsonElement Find(string file, string id, string dtype) =>
        Cases(file).Single(item => Text(item, "id") == id && Text(item, "dtype") == dtype);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "golden");
}
