using System.Text;

namespace TorchSharp.Generator;

/// <summary>Writes + - * / % between a tensor and a number of each kind, either way round.</summary>
internal static class ScalarOperators
{
    private static readonly string[] Kinds = ["Scalar", "int", "long", "float", "double"];

    private static readonly (char Sign, string Right, string? Left)[] Signs =
    [
        ('+', "add_Scalar.Call(left, right)", "add_Scalar.Call(right, left)"),
        ('-', "sub_Scalar.Call(left, right)", "rsub_Scalar.Call(right, left)"),
        ('*', "mul_Scalar.Call(left, right)", "mul_Scalar.Call(right, left)"),
        ('/', "div_Scalar.Call(left, right)", "mul_Scalar.Call(reciprocal, left)"),
        ('%', "remainder_Scalar.Call(left, right)", null),
    ];

    internal static (string File, string Text) Render()
    {
        var text = new StringBuilder(Code.Header).Append("using TorchSharp.Interop;\n\nnamespace TorchSharp;\n\npublic static partial class torch\n{\n    public partial class Tensor\n    {\n");
        foreach ((char sign, string right, string? left) in Signs)
        {
            foreach (string kind in Kinds)
            {
                text.Append($"        public static Tensor operator {sign}(Tensor left, {kind} right) => Aten.{right};\n\n");
                if (left is null) continue;
                text.Append($"        public static Tensor operator {sign}({kind} left, Tensor right)");
                text.Append(sign != '/' ? $" => Aten.{left};\n\n" : $"\n        {{\n            using Tensor reciprocal = right.reciprocal();\n            return Aten.{left};\n        }}\n\n");
            }
        }
        text.Length--;
        return ("Tensor.operators.g.cs", text.Append("    }\n}\n").ToString());
    }
}
