using static TorchSharp.torch;

namespace RnnNotebooks.Unrolling;

/// <summary>
/// What ran, in order: every call of a cell with the shapes it saw and the weights it used, and the loops around the calls. While a
/// recording is <see cref="Current"/>, cells and unrollers report to it; a network written by hand reports through
/// <see cref="Node"/>. <c>Diagrams.Show</c> draws from this record, so the picture shows the run and not a template.
/// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
/// </summary>
public sealed class RunRecording
{
    [ThreadStatic]
    private static RunRecording? s_current;

    // by reference: the same tensor object on two nodes is an edge of the picture
    private readonly Dictionary<object, int> _ids = new(ReferenceEqualityComparer.Instance);
    private readonly List<RunNode> _nodes = [];
    private readonly List<RunLoop> _loops = [];
    private int? _step;
    private int? _loop;

    /// <summary>An empty recording.</summary>
    /// <param name="title">What the picture is called.</param>
    public RunRecording(string title) => Title = title;

    /// <summary>The recording that cells report to on this thread, or null.</summary>
    public static RunRecording? Current => s_current;

    /// <summary>What the picture is called.</summary>
    public string Title { get; }

    /// <summary>Calls of cells and other operations, in the order in which they ran.</summary>
    public IReadOnlyList<RunNode> Nodes => _nodes;

    /// <summary>The loops; a node's <see cref="RunNode.Loop"/> is a place in this list.</summary>
    public IReadOnlyList<RunLoop> Loops => _loops;

    /// <summary>Runs some code and returns what its cells reported.</summary>
    /// <param name="title">What the picture is called.</param>
    /// <param name="run">The code; it is given the recording, for nodes of its own.</param>
    public static RunRecording Of(string title, Action<RunRecording> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var recording = new RunRecording(title);
        var outer = s_current;
        s_current = recording;
        try
        {
            run(recording);
        }
        finally
        {
            s_current = outer;
        }

        return recording;
    }

    /// <summary>Says which step of the sequence runs now; the nodes that follow belong to it.</summary>
    /// <param name="step">From 0, or null after the last.</param>
    public void AtStep(int? step) => _step = step;

    /// <summary>Begins a loop over the time axis: one piece of the network, run many times.</summary>
    /// <param name="name">What kind of loop.</param>
    /// <param name="steps">How many times it runs.</param>
    /// <param name="inputs">What the loop is given as a whole.</param>
    public void BeginLoop(string name, int steps, params (string Name, Tensor Tensor)[] inputs)
    {
        _loop = _loops.Count;
        _loops.Add(new RunLoop(name, steps, Uses(inputs), []));
    }

    /// <summary>Ends the loop.</summary>
    /// <param name="outputs">What the loop gives as a whole.</param>
    /// <exception cref="InvalidOperationException">No loop has begun.</exception>
    public void EndLoop(params (string Name, Tensor Tensor)[] outputs)
    {
        if (_loop is not { } loop)
            throw new InvalidOperationException("No loop has begun; call BeginLoop before EndLoop.");
        _loops[loop] = _loops[loop] with { Outputs = Uses(outputs) };
        _loop = null;
    }

    /// <summary>Adds one operation.</summary>
    /// <param name="kind">A recurrent cell, or something else.</param>
    /// <param name="type">Its name in the picture: BasicRnn, tanh, stack.</param>
    /// <param name="inputs">Named tensors that go in.</param>
    /// <param name="outputs">Named tensors that come out.</param>
    /// <param name="weights">Named weights that it uses; a weight used by several nodes is drawn once.</param>
    public void Node(
        RunNodeKind kind,
        string type,
        IEnumerable<(string Name, Tensor Tensor)> inputs,
        IEnumerable<(string Name, Tensor Tensor)> outputs,
        IEnumerable<(string Name, Tensor Tensor)>? weights = null) =>
        _nodes.Add(new RunNode(_nodes.Count, kind, type, _step, _loop, Uses(inputs), Uses(outputs), Uses(weights ?? [])));

    private TensorUse[] Uses(IEnumerable<(string Name, Tensor Tensor)> tensors) =>
        [.. tensors.Select(use => new TensorUse(use.Name, Id(use.Tensor), [.. use.Tensor.shape]))];

    private int Id(Tensor tensor)
    {
        if (!_ids.TryGetValue(tensor, out var id))
            _ids.Add(tensor, id = _ids.Count);
        return id;
    }
}
