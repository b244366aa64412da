using System.Text;

namespace TorchSharp.Generator;

/// <summary>Writes the bases of chains whose forward takes one to six arguments: C# has no class of any number of type arguments.</summary>
internal static class SequentialBases
{
    private static readonly string[] Counts = ["one argument", "two arguments", "three arguments", "four arguments", "five arguments", "six arguments"];

    private const string Base = """
        /// <summary>The base of chains whose forward takes {{count}} and is written by the class that derives from it.</summary>
        public abstract class Sequential<{{types}}> : nn.Module<{{types}}>
        {
            private readonly List<nn.Module> items = new();

            protected Sequential(params (string name, nn.Module submodule)[] modules) : base("Sequential")
            {
                foreach (var (name, module) in modules)
                {
                    Add(name, module);
                }
            }

            protected Sequential(params nn.Module[] modules) : base("Sequential")
            {
                foreach (var module in modules)
                {
                    Add(module);
                }
            }

            public int Count => items.Count;

            [IndexerName("SequentialItems")]
            public nn.Module this[int index] => items[index];

            [IndexerName("SequentialItems")]
            public Sequential<{{types}}> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

            [IndexerName("SequentialItems")]
            public Sequential<{{types}}> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

            public Sequential<{{types}}> append(string name, nn.Module module)
            {
                Add(name, module);
                return this;
            }

            public Sequential<{{types}}> append(nn.Module module)
            {
                Add(module);
                return this;
            }

            protected void Add(nn.Module module) => Add(Count.ToString(), module);

            protected void Add(string name, nn.Module sm)
            {
                register_module(name, sm);
                items.Add(sm);
            }

            /// <summary>The modules from start to before end; a class that can be sliced overrides this.</summary>
            protected virtual Sequential<{{types}}> Slice(int start, int end) =>
                throw new NotSupportedException($"{GetType().Name} cannot be sliced: it does not override Slice.");
        }
        """;

    internal static (string File, string Text) Render()
    {
        var text = new StringBuilder(Code.Header).Append("using System.Runtime.CompilerServices;\nusing static TorchSharp.torch;\n\nnamespace TorchSharp.Modules;\n");
        for (int i = 0; i < Counts.Length; i++)
        {
            string types = i == 0 ? "T" : string.Join(", ", Enumerable.Range(1, i + 1).Select(n => $"T{n}"));
            text.Append('\n').Append(Base.Replace("{{count}}", Counts[i]).Replace("{{types}}", types + ", TResult")).Append('\n');
        }
        return ("SequentialBases.g.cs", text.ToString());
    }
}
