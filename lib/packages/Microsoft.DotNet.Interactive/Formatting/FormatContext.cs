namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>One rendering: where it is written, how deep it is, and what it needs once, such as its styles.</summary>
public class FormatContext : IDisposable
{
    // 20 items of 20 items of 20 items is far more than anyone reads: past this many values, only summaries are written.
    internal const int MaxExpandedValues = 2_000;

    private readonly FormatContext root;
    private readonly Dictionary<string, Action<FormatContext>>? required;
    private int expandedValues;
    private bool disposed;

    public FormatContext(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Writer = writer;
        root = this;
        required = [];
    }

    private FormatContext(TextWriter writer, FormatContext parent)
    {
        Writer = writer;
        root = parent.root;
        Depth = parent.Depth;
    }

    /// <summary>How many values enclose the one being written; 0 outside any.</summary>
    public int Depth { get; private set; }

    public TextWriter Writer { get; }

    internal bool IsExhausted => root.expandedValues > MaxExpandedValues;

    internal void CountValue() => root.expandedValues++;

    internal Descent Descend() => new(this);

    /// <summary>A context for text that is placed into this rendering afterwards, indented for instance.</summary>
    internal FormatContext WithWriter(TextWriter writer) => new(writer, this);

    /// <summary>Writes <paramref name="content"/> once, at the end of the whole rendering.</summary>
    internal void Require(string id, Action<FormatContext> content) => root.required!.TryAdd(id, content);

    /// <summary>Ends the rendering: what it required is written.</summary>
    public void Dispose()
    {
        if (disposed || root != this)
        {
            return;
        }

        disposed = true;
        foreach (Action<FormatContext> content in required!.Values.ToArray())
        {
            content(this);
        }

        GC.SuppressFinalize(this);
    }

    internal readonly struct Descent : IDisposable
    {
        private readonly FormatContext context;

        public Descent(FormatContext context)
        {
            this.context = context;
            context.Depth++;
        }

        public void Dispose() => context.Depth--;
    }
}
