using RnnNotebooks.Cells;
using RnnNotebooks.Data;
using RnnNotebooks.Seq2Seq;
using RnnNotebooks.Tests.Cells;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Seq2Seq;

public class DecodingTests
{
    [Fact]
    public void The_tutorials_network_has_its_2891_parameters()
    {
        using var model = EncoderDecoder.ForSpelledDigits();
        Assert.Equal(2_891, model.parameters().Sum(weight => weight.numel()));
    }

    [Fact]
    public void Forced_and_greedy_decoding_give_logits_of_the_targets_shape()
    {
        using var scope = NewDisposeScope();
        var model = EncoderDecoder.ForSpelledDigits();
        var batch = SpelledDigits.Of("12", "3456");
        Assert.Equal([2, 5, 11], model.call(batch).shape);
        var decoded = model.Greedy(batch);
        Assert.Equal([2, 5, 11], decoded.Logits.shape);
        Assert.Equal([2, 5], decoded.Ids.shape);
    }

    [Fact]
    public void Forcing_a_decoder_with_what_it_says_itself_gives_its_greedy_logits()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var model = EncoderDecoder.ForSpelledDigits(initialization: Initialization.PyTorch);
        var batch = new SpelledDigits(8, seed: 1, 2, 4).Batch(0);
        var encoded = model.Encoder.Encode(batch.Inputs, batch.InputLengths);
        var greedy = model.Decoder.Greedy(encoded, SpelledDigits.End, SpelledDigits.End, 6, stopEarly: false);
        var start = full([8, 1], SpelledDigits.End, ScalarType.Int64);
        var fed = cat([start, greedy.Ids.narrow(1, 0, 5)], 1);
        CellFixture.AssertClose(model.Decoder.Forced(encoded, fed), greedy.Logits);
    }

    [Fact]
    public void Padding_of_the_inputs_never_changes_what_is_said()
    {
        using var scope = NewDisposeScope();
        var model = EncoderDecoder.ForSpelledDigits(initialization: Initialization.PyTorch);
        var alone = SpelledDigits.Of("12");
        var padded = SpelledDigits.Of("12", "33333333");
        CellFixture.AssertClose(model.call(alone)[0], model.call(padded)[0].narrow(0, 0, 3));
    }

    [Fact]
    public void Greedy_decoding_stops_at_the_end_sign_and_says_nothing_after_it()
    {
        using var scope = NewDisposeScope();
        var decoder = new Scripted([[1, 2, 10, 5], [10, 3, 3, 3]]);
        var decoded = decoder.Greedy(Nothing(2), start: 10, end: 10, maxSteps: 6);
        Assert.Equal([2, 3], decoded.Ids.shape);
        Assert.Equal([1, 2, 10, 10, 10, 10], decoded.Ids.data<long>().ToArray());
        Assert.Equal([3, 1], decoded.Lengths.data<long>().ToArray());
    }

    [Fact]
    public void Greedy_decoding_gives_up_after_the_last_step_allowed()
    {
        using var scope = NewDisposeScope();
        var decoded = new Scripted([[1, 2, 3, 4, 5]]).Greedy(Nothing(1), start: 10, end: 10, maxSteps: 3);
        Assert.Equal([1, 2, 3], decoded.Ids.data<long>().ToArray());
        Assert.Equal(3, decoded.Lengths[0].item<long>());
    }

    [Fact]
    public void States_can_be_reordered_for_a_beam()
    {
        using var scope = NewDisposeScope();
        var state = new DecoderState(new CellState(arange(3).unsqueeze(1)), Nothing(3));
        var kept = state.At(tensor(new long[] { 2, 0, 2, 1 }));
        Assert.Equal([2, 0, 2, 1], kept.Cell.Hidden.data<long>().ToArray());
        Assert.Equal(4, kept.Encoded.Lengths.shape[0]);
    }

    [Fact]
    public void An_encoder_of_another_size_is_refused_with_both_sizes()
    {
        using var scope = NewDisposeScope();
        var model = new EncoderDecoder(new Encoder(27, new Gru(8, 32)), new Decoder(11, new Gru(8, 16)));
        var message = Assert.Throws<ArgumentException>(() => model.call(SpelledDigits.Of("1"))).Message;
        Assert.Contains("a state of (32), but Gru needs (16)", message);
    }

    [Fact]
    public void The_decoders_GRU_is_the_tutorials_equations()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var cell = Assert.IsType<Gru>(EncoderDecoder.ForSpelledDigits().Decoder.Cell);
        var (x, h) = (randn(4, 8), randn(4, 16));
        var (wx, wh, b) = (cell.Wx.chunk(3, 1), cell.Wh.chunk(3, 1), cell.B.chunk(3, 0));
        var z = (x.mm(wx[0]) + h.mm(wh[0]) + b[0]).sigmoid();
        var r = (x.mm(wx[1]) + h.mm(wh[1]) + b[1]).sigmoid();
        var c = (x.mm(wx[2]) + (r * h).mm(wh[2]) + b[2]).tanh();
        CellFixture.AssertClose(((1 - z) * c) + (z * h), cell.Step(x, new CellState(h)).Output);
    }

    private static Encoded Nothing(int batch) =>
        new(zeros(batch, 1, 1), new CellState(zeros(batch, 1)), ones([batch], ScalarType.Int64));

    /// <summary>Says what it was told, whatever it is fed.</summary>
    private sealed class Scripted(long[][] script) : IDecoder
    {
        private int _step;

        public int OutputIds => 11;

        public DecoderState Start(Encoded encoded) => new(encoded.State, encoded);

        public (Tensor Logits, DecoderState State) Step(Tensor previous, DecoderState state) =>
            (nn.functional.one_hot(tensor(script.Select(says => says[_step]).ToArray()), 11).to(ScalarType.Float32), Next(state));

        private DecoderState Next(DecoderState state)
        {
            _step++;
            return state;
        }
    }
}
