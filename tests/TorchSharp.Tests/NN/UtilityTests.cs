using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Tests.NN;

public class UtilityTests
{
    [Theory]
    [InlineData(2.0, 13.0)]
    [InlineData(1.0, 19.0)]
    [InlineData(double.PositiveInfinity, 12.0)]
    public void Gradients_are_clipped_by_their_norm_taken_together(double p, double norm)
    {
        using var scope = NewDisposeScope();
        var parameters = WithGradients();

        Assert.Equal(norm, nn.utils.clip_grad_norm_(parameters, 2.0, p), 5);
        Assert.Equal(2.0, nn.utils.clip_grad_norm_(parameters, 100.0, p), 5);
    }

    [Fact]
    public void Small_gradients_are_not_clipped_and_missing_ones_do_not_count()
    {
        using var scope = NewDisposeScope();
        var parameters = WithGradients();

        nn.utils.clip_grad_norm_(parameters, 20.0);

        Assert.Equal(new[] { 3f, 4f }, parameters[0].grad!.data<float>().ToArray());
        Assert.Equal(0, nn.utils.clip_grad_norm_(new[] { new Parameter(zeros(1)) }, 1.0));
    }

    [Fact]
    public void Gradients_are_cut_off_at_a_value()
    {
        using var scope = NewDisposeScope();
        var parameters = WithGradients();

        nn.utils.clip_grad_value_(parameters, 3.5);

        Assert.Equal(new[] { 3f, 3.5f }, parameters[0].grad!.data<float>().ToArray());
        Assert.Equal(new[] { -3.5f }, parameters[1].grad!.data<float>().ToArray());
    }

    [Fact]
    public void Clipping_leaves_no_tensors_behind()
    {
        var parameters = WithGradients();
        nn.utils.clip_grad_norm_(parameters, 1.0);
        long before = LiveTensors.Count();

        nn.utils.clip_grad_norm_(parameters, 0.5);
        nn.utils.clip_grad_value_(parameters, 0.1);

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Parameters_become_a_vector_and_come_back()
    {
        using var scope = NewDisposeScope();
        var parameters = new[] { new Parameter(arange(4, dtype: ScalarType.Float32).reshape(2, 2)), new Parameter(ones(1)) };

        var vector = nn.utils.parameters_to_vector(parameters);
        nn.utils.vector_to_parameters(vector * 2, parameters);

        Assert.Equal(new[] { 0f, 1, 2, 3, 1 }, vector.data<float>().ToArray());
        Assert.Equal(new[] { 0f, 2, 4, 6 }, parameters[0].data<float>().ToArray());
        Assert.True(vector.requires_grad);
        Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(zeros(3), parameters));
    }

    [Fact]
    public void Packing_and_unpacking_gives_back_the_batch_with_its_padding()
    {
        using var scope = NewDisposeScope();
        var x = arange(1, 13, dtype: ScalarType.Float32).reshape(3, 4, 1); // (batch, steps, features)
        var lengths = tensor(new long[] { 2, 4, 1 });

        using var packed = pack_padded_sequence(x, lengths, batch_first: true, enforce_sorted: false);
        var (padded, back) = pad_packed_sequence(packed, batch_first: true, padding_value: -1, total_length: 5);

        Assert.Equal(new long[] { 3, 2, 1, 1 }, packed.batch_sizes.data<long>().ToArray());
        Assert.Equal(new long[] { 2, 4, 1 }, back.data<long>().ToArray());
        Assert.Equal(new[] { 1f, 2, -1, -1, -1, 5, 6, 7, 8, -1, 9, -1, -1, -1, -1 }, padded.contiguous().data<float>().ToArray());
    }

    [Fact]
    public void Sequences_of_different_lengths_are_padded_and_packed()
    {
        using var scope = NewDisposeScope();
        var sequences = new[] { tensor(new[] { 1f, 2f, 3f }), tensor(new[] { 4f }) };

        Assert.Equal(new[] { 1f, 4, 2, 9, 3, 9 }, pad_sequence(sequences, padding_value: 9).data<float>().ToArray());
        Assert.Equal(new[] { 1f, 4, 2, 3 }, pack_sequence(sequences).data.data<float>().ToArray());
    }

    [Fact]
    public void Frozen_embeddings_start_from_the_given_vectors()
    {
        using var scope = NewDisposeScope();
        var vectors = randn(4, 2);

        var frozen = nn.Embedding_from_pretrained(vectors);
        var trained = nn.Embedding_from_pretrained(vectors, freeze: false);

        Assert.False(frozen.weight.requires_grad);
        Assert.True(trained.weight.requires_grad);
        Assert.True(frozen.call(tensor(new long[] { 2 })).equal(vectors[TensorIndex.Slice(2, 3)]).ToBoolean());
    }

    [Fact]
    public void Attention_is_a_softmax_over_scaled_products_and_can_be_causal()
    {
        using var scope = NewDisposeScope();
        var q = randn(2, 3, 4);
        var k = randn(2, 3, 4);
        var v = randn(2, 3, 5);

        var plain = nn.functional.scaled_dot_product_attention(q, k, v);
        var causal = nn.functional.scaled_dot_product_attention(q, k, v, is_casual: true);

        var weights = (q.matmul(k.transpose(1, 2)) / 2).softmax(-1);
        Assert.True(plain.allclose(weights.matmul(v), atol: 1e-6));
        Assert.True(causal.select(1, 0).allclose(v.select(1, 0), atol: 1e-6));
    }

    [Fact]
    public void Orthogonal_columns_have_unit_length_and_are_perpendicular()
    {
        using var scope = NewDisposeScope();
        var matrix = nn.init.orthogonal_(empty(5, 3, dtype: ScalarType.Float64), gain: 2);

        Assert.True(matrix.t().matmul(matrix).allclose(eye(3, dtype: ScalarType.Float64) * 4, atol: 1e-10));
    }

    [Fact]
    public void Truncated_normal_values_stay_within_their_bounds()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);

        var values = nn.init.trunc_normal_(empty(10_000), mean: 1, std: 2, a: 0, b: 3).data<float>().ToArray();

        Assert.All(values, value => Assert.InRange(value, 0f, 3f));
        Assert.InRange(values.Average(), 1.3f, 1.6f);
    }

    private static Parameter[] WithGradients()
    {
        var parameters = new[] { new Parameter(zeros(2)), new Parameter(zeros(1)), new Parameter(zeros(3)) };
        parameters[0].grad = tensor(new[] { 3f, 4f });
        parameters[1].grad = tensor(new[] { -12f });
        return parameters;
    }
}
