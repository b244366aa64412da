using System.Text;
using System.Text.RegularExpressions;

namespace TorchSharp.Generator;

/// <summary>Writes the methods of torch.Tensor and torch that operators.txt declares.</summary>
internal static partial class OperatorTable
{
    /// <summary>Operators that hand-written code calls often enough to keep their handles.</summary>
    private static readonly string[] UsedByHand =
    [
        "_local_scalar_dense", "arange", "arange.start", "arange.start_step", "cat", "clone", "copy_", "detach", "div.Scalar", "div.Tensor", "einsum", "empty.memory_format", "equal",
        "eye.m", "full", "index.Tensor", "index_put_", "linspace", "logspace", "ones", "rand.generator", "randint.low_generator",
        "randn.generator", "randperm.generator", "rsub.Scalar", "select.int", "slice.Tensor", "stack", "to.device", "to.dtype", "unsqueeze", "where.self", "zeros",
    ];

    internal static IEnumerable<(string File, string Text)> Render(string table)
    {
        var operators = table.Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(Operator.Parse).ToList();
        yield return ("Tensor.g.cs", Tensor(operators));
        yield return ("torch.g.cs", Torch(operators));
        yield return ("Aten.g.cs", Aten(operators));
    }

    private static string Tensor(IEnumerable<Operator> operators)
    {
        var text = new StringBuilder(Code.Header).Append("using TorchSharp.Interop;\n\nnamespace TorchSharp;\n\npublic static partial class torch\n{\n    public partial class Tensor\n    {\n");
        foreach (Operator op in operators)
        {
            foreach (Form form in op.Forms.Where(f => f.OnTensor))
            {
                string name = op.Name + (form.InPlace ? "_" : "");
                string parameters = string.Join(", ", op.Parameters.Select(p => p.Declaration));
                text.Append($"        public {op.Result} {Code.Escape(name)}({parameters})");
                text.Append(name.EndsWith('_') ? $"\n        {{\n            {Call(op, "Invoke")};\n            return this;\n        }}\n\n" : $" => {Call(op, Method(op))};\n\n");
            }
        }
        return Closed(text, 2);
    }

    /// <summary>torch.name hands over to the tensor's method.</summary>
    private static string Torch(IEnumerable<Operator> operators)
    {
        var text = new StringBuilder(Code.Header).Append("namespace TorchSharp;\n\npublic static partial class torch\n{\n");
        foreach (Operator op in operators)
        {
            foreach (Form form in op.Forms.Where(f => !f.OnTensor))
            {
                string name = op.Name + (form.InPlace ? "_" : "");
                string first = form.Names[0];
                var rest = op.Parameters.Select((p, i) => form.Names.Count > 1 ? p with { Name = form.Names[i + 1] } : p).ToList();
                string parameters = string.Join(", ", rest.Select(p => p.Declaration).Prepend($"Tensor {first}"));
                string arguments = string.Join(", ", rest.Select(p => Code.Escape(p.Name)));
                text.Append($"    public static {op.Result} {Code.Escape(name)}({parameters}) => {first}.{Code.Escape(name)}({arguments.Replace("params ", "")});\n\n");
            }
        }
        return Closed(text, 1);
    }

    /// <summary>One field for each operator: its handle is found at the first call.</summary>
    private static string Aten(IEnumerable<Operator> operators)
    {
        var schemas = new SortedSet<string>(UsedByHand, StringComparer.Ordinal);
        foreach (Operator op in operators)
        {
            foreach (Form form in op.Forms.Where(f => f.OnTensor))
            {
                (string plain, string? full, _) = Schemas(op.Schema, form.InPlace);
                schemas.Add(plain);
                if (full is not null) schemas.Add(full);
            }
        }
        var text = new StringBuilder(Code.Header).Append("namespace TorchSharp.Interop;\n\ninternal static class Aten\n{\n");
        foreach (string schema in schemas) text.Append($"    internal static readonly Op {Field(schema)} = new(\"aten::{schema}\");\n");
        return text.Append("}\n").ToString();
    }

    private static string Call(Operator op, string method)
    {
        bool inPlace = method == "Invoke" && !op.Name.EndsWith('_');
        (string plain, string? full, string? argument) = Schemas(op.Schema, inPlace);
        string arguments = EscapeArguments(op);
        string call = $"Aten.{Field(plain)}.{method}({arguments})";
        return full is null ? call : method == "Invoke"
            ? $"if ({argument} is null) {call}; else Aten.{Field(full)}.{method}({arguments}, {argument})"
            : $"{argument} is null ? {call} : Aten.{Field(full)}.{method}({arguments}, {argument})";
    }

    private static string EscapeArguments(Operator op) => op.Parameters.Aggregate(
        op.Arguments, (text, p) => Code.Escape(p.Name) == p.Name ? text : Regex.Replace(text, $@"\b{p.Name}\b", Code.Escape(p.Name)));

    /// <summary>"squeeze.dim?dim" is squeeze, squeeze.dim and dim; the in-place twin's base name ends in _.</summary>
    private static (string Plain, string? Full, string? Argument) Schemas(string schema, bool inPlace)
    {
        if (schema.Split('/') is [var usual, var changing]) return (inPlace ? changing : usual, null, null);
        string[] halves = schema.Split('?');
        string first = inPlace ? BaseName().Replace(halves[0], "$1_", 1) : halves[0];
        return halves.Length == 1 ? (first, null, null) : (first.Split('.')[0], first, Code.Escape(halves[1]));
    }

    private static string Field(string schema) => schema.Replace('.', '_') is var name && name == schema ? Code.Escape(name) : name;

    private static string Method(Operator op) => op.Result switch
    {
        "Tensor" when op.Arguments == "this" && op.Parameters.Count == 0 => "CallUnary",
        "Tensor" when op.Parameters is [{ Type: "Tensor" } other] && op.Arguments == $"this, {other.Name}" => "CallBinary",
        "Tensor" => "Call",
        "Tensor[]" => "CallList",
        "bool" => "CallBool",
        var several => $"Call{Operator.Split(several[1..^1]).Count()}",
    };

    private static string Closed(StringBuilder text, int levels)
    {
        text.Length--;
        for (int i = levels; i > 0; i--) text.Append(' ', 4 * (i - 1)).Append("}\n");
        return text.ToString();
    }

    [GeneratedRegex(@"^(\w+)")]
    private static partial Regex BaseName();
}
