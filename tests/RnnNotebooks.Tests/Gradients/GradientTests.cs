using RnnNotebooks.Cells;
using RnnNotebooks.Gradients;
using RnnNotebooks.Tests.Cells;
using RnnNotebooks.Unrolling;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Gradients;

public class GradientTests
{
    public static TheoryData<string> Kinds => CellFixture.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_shares_of_all_steps_add_up_to_the_gradient(string kind)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var cell = CellFixture.Create(kind);
        var x = randn(2, 7, 3);
        var result = Backpropagation.ThroughTime(cell, x, outputs => outputs.Select((y, t) => (y * y).sum() * (t + 1)).Aggregate((a, b) => a + b));

        var (all, _) = Unroll.Dynamic(cell, x);
        var loss = (all * all * arange(1, 8).view(1, 7, 1)).sum();
        loss.backward();
        Assert.Equal(loss.item<float>(), result.Loss, 1e-3);
        foreach (var (name, weight) in cell.named_parameters())
            CellFixture.AssertClose(weight.grad!, result.Total(name), 2e-4f);
    }

    [Theory]
    [InlineData("BasicRnn")]
    [InlineData("BasicLstm")]
    [InlineData("Gru KeepsState BeforeProduct")]
    public void The_norms_are_those_of_autograds_state_gradients(string kind)
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var cell = CellFixture.Create(kind);
        var x = randn(2, 6, 3);
        var result = Backpropagation.ThroughTime(cell, x, outputs => outputs[^1].sum());

        var state = cell.ZeroState(2);
        var hidden = new List<Tensor>();
        for (var t = 0; t < 6; t++)
        {
            (_, state) = cell.Step(x.select(1, t), state);
            state.Hidden.retain_grad();
            hidden.Add(state.Hidden);
        }

        state.Hidden.sum().backward();
        for (var t = 0; t < 6; t++)
            Assert.Equal(hidden[t].grad!.norm().item<float>(), result.StateNorms[t], 1e-5);
    }

    [Fact]
    public void Truncation_drops_the_shares_of_earlier_steps_and_keeps_those_of_later_ones()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var cell = new BasicRnn(3, 4);
        var x = randn(2, 9, 3);
        var full = Backpropagation.ThroughTime(cell, x, outputs => outputs[^1].sum()).ShareNorms("Wx");
        var truncated = Backpropagation.ThroughTime(cell, x, outputs => outputs[^1].sum(), truncateAfter: 3).ShareNorms("Wx");
        Assert.Equal(full[6..], truncated[6..]);
        Assert.All(truncated[..6], norm => Assert.Equal(0, norm));
        Assert.All(full, norm => Assert.True(norm > 0));
    }

    [Theory]
    [InlineData("BasicRnn")]
    [InlineData("BasicLstm")]
    [InlineData("Gru TakesCandidate AfterProduct")]
    public void A_Jacobian_predicts_what_a_small_change_of_the_state_does(string kind)
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var cell = CellFixture.Create(kind);
        var (x, state) = (randn(1, 3), new CellState([.. cell.StateSizes.Select(size => randn(1, size) * 0.5)]));
        var jacobian = Jacobians.OfStep(cell, x, state);
        var change = randn(1, 4) * 1e-3;
        using var quiet = no_grad();
        var moved = new CellState([state.Hidden + change, .. state.Parts.Skip(1)]);
        var difference = cell.Step(x, moved).State.Hidden - cell.Step(x, state).State.Hidden;
        CellFixture.AssertClose(difference[0], jacobian.mv(change[0]), 5e-6f);
    }

    [Fact]
    public void The_formula_of_the_tanh_network_is_its_Jacobian()
    {
        using var scope = NewDisposeScope();
        var cell = new BasicRnn(3, 4);
        var (x, state) = (randn(1, 3), new CellState(randn(1, 4)));
        var after = cell.Step(x, state).State.Hidden[0];
        CellFixture.AssertClose(Jacobians.OfStep(cell, x, state), Jacobians.Formula(cell, after));
    }

    [Fact]
    public void The_spectral_radius_is_the_largest_absolute_eigenvalue_complex_ones_included()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(3, Jacobians.SpectralRadius(diag(tensor(new float[] { 1, -3, 2 }))), 1e-6);
        var (cos, sin) = (MathF.Cos(1), MathF.Sin(1));
        Assert.Equal(0.9, Jacobians.SpectralRadius(tensor(new[] { cos, -sin, sin, cos }, [2, 2]) * 0.9), 1e-6);
        Assert.Equal(1, Jacobians.SpectralRadius(tensor(new float[] { 1, 100, 0, 1 }, [2, 2])), 1e-6); // not diagonalisable
        Assert.Equal(0, Jacobians.SpectralRadius(tensor(new float[] { 0, 1, 0, 0 }, [2, 2])));
        var random = randn(40, 40);
        Assert.Equal(linalg.eigvals(random).abs().max().item<float>(), Jacobians.SpectralRadius(random), 1e-3);
        Assert.Throws<ArgumentException>(() => Jacobians.SpectralRadius(zeros(2, 3)));
    }

    [Fact]
    public void A_spectral_radius_can_be_set()
    {
        using var scope = NewDisposeScope();
        var matrix = randn(20, 20);
        Jacobians.SetSpectralRadius(matrix, 1.2);
        Assert.Equal(1.2, Jacobians.SpectralRadius(matrix), 1e-5);
    }

    [Fact]
    public void Clipping_by_norm_keeps_the_direction_and_reports_the_scale()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (WithGradient(3, 0), WithGradient(0, 4));
        var report = Clipping.ByNorm([a, b], 1);
        Assert.Equal("gradient norm 5, scaled by 0.2", report.ToString());
        Assert.True(report.Clipped);
        Golden.AssertClose([0.6f, 0], a.grad!.data<float>().ToArray());
        Golden.AssertClose([0, 0.8f], b.grad!.data<float>().ToArray());
        Assert.Equal(1, Clipping.GlobalNorm([a, b]), 1e-6);
        Assert.False(Clipping.ByNorm([a, b], 2).Clipped);
    }

    [Fact]
    public void Clipping_agrees_with_PyTorchs()
    {
        using var scope = NewDisposeScope();
        var (mine, theirs) = (WithGradient(3, -4), WithGradient(3, -4));
        Clipping.ByNorm([mine], 2);
        nn.utils.clip_grad_norm_([theirs], 2);
        CellFixture.AssertClose(theirs.grad!, mine.grad!);
    }

    [Fact]
    public void Clipping_by_value_cuts_each_value()
    {
        using var scope = NewDisposeScope();
        var weight = WithGradient(3, -0.5f);
        var report = Clipping.ByValue([weight], 1);
        Assert.Equal([1, -0.5f], weight.grad!.data<float>().ToArray());
        Assert.True(report.Clipped);
    }

    [Fact]
    public void A_gradient_that_is_not_a_number_is_not_scaled_away()
    {
        using var scope = NewDisposeScope();
        var weight = WithGradient(float.NaN, 1);
        Assert.True(double.IsNaN(Clipping.ByNorm([weight], 1).Norm));
        Assert.Equal(1f, weight.grad!.data<float>().ToArray()[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Clipping.ByNorm([weight], 0));
    }

    private static Parameter WithGradient(params float[] gradient)
    {
        var weight = new Parameter(zeros(gradient.Length));
        (weight * tensor(gradient)).sum().backward();
        return weight;
    }
}
