using RnnNotebooks.Unrolling;

namespace RnnNotebooks.Tests.Figures;

/// <summary>Recordings as cells and unrollers write them, in shapes that lesson 2's four runs do not have.</summary>
internal static class RecordedRuns
{
    private static readonly TensorUse[] s_lstm = [new("Wx", 0, [3, 20]), new("Wh", 1, [5, 20]), new("b", 2, [20])];
    private static readonly TensorUse[] s_other = [new("Wx", 10, [3, 20]), new("Wh", 11, [5, 20]), new("b", 12, [20])];

    public static (RunNode[] Nodes, RunLoop[] Loops) Of(string name) => name switch
    {
        "LSTM" => ([Lstm(0, null, 0, s_lstm), Lstm(1, null, 0, s_lstm), Lstm(2, null, 0, s_lstm)], []),
        "bidirectional LSTM" => (
            [Lstm(0, 0, 0, s_lstm), Lstm(1, 0, 0, s_lstm), Lstm(0, 1, 1000, s_other), Lstm(1, 1, 1000, s_other)],
            [Loop(0), Loop(1)]),
        "masked" => ([Masked(0), Masked(1), new(2, RunNodeKind.Operation, "stack", null, null, [T("y0", 801), T("y1", 802)], [new("outputs", 803, [4, 2, 5])], [])], []),
        "two layers" => ([Layer(0, 0), Layer(0, 1), Layer(1, 0), Layer(1, 1)], []),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such run."),
    };

    private static TensorUse T(string name, int id) => new(name, id, [4, 5]);

    private static RunNode Lstm(int step, int? loop, int ids, TensorUse[] weights) => new(
        step, RunNodeKind.Cell, "BasicLstm", step, loop,
        [new("x", ids + 100 + step, [4, 3]), T("h", ids + 200 + step), T("c", ids + 300 + step)],
        [T("h", ids + 201 + step), T("c", ids + 301 + step)], weights);

    private static RunLoop Loop(int place) => new(
        "dynamic", 6, [new("inputs", 5000, [4, 6, 3])], [new("outputs", 6000 + place, [4, 6, 5]), T("state", 6100 + place)]);

    // Sequence lengths put a mask between two steps, so the state that goes in is not the tensor that came out.
    private static RunNode Masked(int step) => new(
        step, RunNodeKind.Cell, "BasicRnn", step, null,
        [new("x", 100 + step, [4, 3]), T("h", 900 + step)], [T("h", 200 + step)], [s_lstm[0], s_lstm[2]]);

    private static RunNode Layer(int step, int layer) => new(
        (2 * step) + layer, RunNodeKind.Cell, "BasicRnn", step, null,
        [layer == 0 ? new("x", 100 + step, [4, 3]) : T("x", 301 + step), T("h", (layer == 0 ? 300 : 400) + step)],
        [T("h", (layer == 0 ? 301 : 401) + step)], layer == 0 ? [s_lstm[0]] : [s_other[0]]);
}
