using RnnNotebooks.Cells;
using RnnNotebooks.Exercises;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Exercises;

public class CheckTests
{
    [Fact]
    public void A_right_shape_is_told_in_the_lessons_own_names()
    {
        using var h = zeros(4, 5);
        var (batch, hidden) = (4, 5);
        Assert.Equal("✓ h is (batch 4, hidden 5)", Check.Shape(h, batch, hidden).ToString());
    }

    [Fact]
    public void A_length_that_the_call_computes_is_told_without_its_words()
    {
        using var h = zeros(4, 5);
        var hidden = 5;
        Assert.Equal("✓ h is (4, hidden 5)", Check.Shape(h, h.shape[0], hidden).ToString());
    }

    [Fact]
    public void Swapped_axes_are_named()
    {
        using var h = zeros(5, 4);
        var (batch, hidden) = (4, 5);
        Assert.Equal(
            "h is (5, 4), but (batch 4, hidden 5) is expected: the axes batch and hidden are swapped; transpose(0, 1) swaps them back.",
            Assert.Throws<CheckFailedException>(() => Check.Shape(h, batch, hidden)).Message);
    }

    [Fact]
    public void Batch_and_steps_swapped_in_a_sequence_are_named()
    {
        using var x = zeros(28, 150, 10);
        var (batch, steps, features) = (150, 28, 10);
        var message = Assert.Throws<CheckFailedException>(() => Check.Shape(x, batch, steps, features)).Message;
        Assert.Contains("the axes batch and steps are swapped; transpose(0, 1)", message);
    }

    [Fact]
    public void A_wrong_length_and_a_missing_axis_are_named()
    {
        using var x = zeros(3, 7);
        var (batch, hidden) = (3, 5);
        Assert.Contains("axis 1 (hidden) is 7 instead of 5", Assert.Throws<CheckFailedException>(() => Check.Shape(x, batch, hidden)).Message);
        Assert.Contains("it has 2 axes and should have 3", Assert.Throws<CheckFailedException>(() => Check.Shape(x, batch, 2, hidden)).Message);
    }

    [Fact]
    public void Values_within_the_tolerance_agree_and_the_first_other_one_is_shown()
    {
        using var a = tensor(new float[] { 1, 2, 3, 4 }, [2, 2]);
        using var b = tensor(new float[] { 1, 2, 3.5f, 4 }, [2, 2]);
        Assert.Equal("✓ a agrees to 1E-5", Check.Close(a, a + 1e-6).ToString());
        var message = Assert.Throws<CheckFailedException>(() => Check.Close(a, b)).Message;
        Assert.Equal("a differs in 1 of 4 values; the first is [1, 0], 3 where 3.5 is expected.", message);
    }

    [Fact]
    public void What_is_not_a_number_is_never_close()
    {
        using var a = tensor(new[] { float.NaN });
        Assert.Throws<CheckFailedException>(() => Check.Close(a, a));
        Assert.Throws<CheckFailedException>(() => Check.Close(double.NaN, 1.0));
    }

    [Fact]
    public void Different_shapes_are_told_before_values()
    {
        using var a = zeros(2, 3);
        using var b = zeros(3, 2);
        Assert.Contains("a is (2, 3), but (3, 2) is expected", Assert.Throws<CheckFailedException>(() => Check.Close(a, b)).Message);
    }

    [Fact]
    public void Equal_things_are_equal_and_others_are_shown()
    {
        var answer = 41;
        Assert.Equal("✓ answer is 41", Check.Equal(answer, 41).ToString());
        Assert.Equal("answer is 41, but 42 is expected.", Assert.Throws<CheckFailedException>(() => Check.Equal(answer, 42)).Message);
        Assert.Throws<CheckFailedException>(() => Check.True(answer > 50));
    }

    [Fact]
    public void A_property_names_its_first_counterexample()
    {
        Assert.Equal("✓ a square is not negative (100 random inputs)", Check.Property("a square is not negative", r => r.Next(-9, 9), x => x * x >= 0).ToString());
        var message = Assert.Throws<CheckFailedException>(() => Check.Property("x is below 5", r => r.Next(10), x => x < 5)).Message;
        Assert.Matches("input [0-9]+ of 100, [5-9], is a counterexample", message);
    }

    [Theory]
    [InlineData(UpdateGate.KeepsState, 12)]
    [InlineData(UpdateGate.TakesCandidate, -12)]
    public void A_GRU_copies_its_state_when_its_update_bias_has_the_sign_of_its_convention(UpdateGate convention, double bias)
    {
        using var scope = NewDisposeScope();
        var gru = new Gru(3, 4, Initialization.SmallNormal, convention);
        Assert.Throws<CheckFailedException>(() => Check.CopiesItsState(gru));
        using (no_grad())
            gru.B.narrow(0, 0, 4).fill_(-bias);
        Assert.Contains("after step 1 of 50", Assert.Throws<CheckFailedException>(() => Check.CopiesItsState(gru)).Message);
        using (no_grad())
            gru.B.narrow(0, 0, 4).fill_(bias);
        Assert.Equal("✓ gru copies its state for 50 steps", Check.CopiesItsState(gru).ToString());
    }

    [Fact]
    public void An_LSTM_copies_its_cell_state_with_an_open_forget_gate_and_a_closed_input_gate()
    {
        using var scope = NewDisposeScope();
        var lstm = new BasicLstm(3, 4, Initialization.SmallNormal);
        using (no_grad())
        {
            lstm.Bias.narrow(0, 0, 4).fill_(-12);
            lstm.Bias.narrow(0, 4, 4).fill_(12);
        }

        Check.CopiesItsState(lstm);
    }
}
