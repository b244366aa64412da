using System.Text.Json;
using RnnNotebooks.Cells;
using RnnNotebooks.Unrolling;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Cells;

public class GoldenCellTests
{
    private static readonly JsonElement s_cases = Golden.Read("cells/cells.json");

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, s_cases.GetArrayLength())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_cell_gives_PyTorchs_outputs_and_all_its_gradients(int number)
    {
        using var scope = NewDisposeScope();
        var golden = s_cases[number];
        var cell = CellFixture.Create(golden);
        var batch = golden.GetProperty("inputs").GetArrayLength();
        var steps = golden.GetProperty("inputs")[0].GetArrayLength();
        var inputs = CellFixture.Tensor(golden.GetProperty("inputs"), batch, steps, 3).requires_grad_();
        var initial = golden.GetProperty("initial").EnumerateArray().Select(part => CellFixture.Tensor(part, batch, 4).requires_grad_()).ToArray();
        var lengths = golden.GetProperty("lengths") is { ValueKind: JsonValueKind.Array } given
            ? tensor(given.EnumerateArray().Select(length => length.GetInt64()).ToArray())
            : null;

        var (outputs, state) = Unroll.Dynamic(cell, inputs, lengths, new CellState(initial));
        var loss = (outputs * outputs).sum() / 2;
        foreach (var part in state.Parts)
            loss += part.sum();
        loss.backward();

        CellFixture.AssertClose(golden.GetProperty("outputs"), outputs);
        foreach (var (part, expected) in state.Parts.Zip(golden.GetProperty("final").EnumerateArray()))
            CellFixture.AssertClose(expected, part);
        CellFixture.AssertClose(golden.GetProperty("inputGradient"), inputs.grad!);
        foreach (var (part, expected) in initial.Zip(golden.GetProperty("initialGradients").EnumerateArray()))
            CellFixture.AssertClose(expected, part.grad!);
        foreach (var (name, weight) in cell.Weights)
            CellFixture.AssertClose(golden.GetProperty("gradients").GetProperty(name), weight.grad!);
    }
}
