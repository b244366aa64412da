using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>Factories and joins that no golden file covers.</summary>
public class CreationTests
{
    [Fact]
    public void A_complex_number_is_made_from_its_parts_or_a_pair()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal((1f, -2f), tensor(1f, -2f).item<(float, float)>());
        Assert.Equal(new Complex(1, -2), tensor(1.0, -2.0).item<Complex>());
        Assert.Equal(new Complex(3, 4), tensor((3.0, 4.0)).item<Complex>());
    }

    [Fact]
    public void Any_number_or_array_becomes_a_tensor()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor one = 5.5.ToTensor(requires_grad: true), matrix = new[] { 1, 2, 3, 4, 5, 6 }.ToTensor([2, 3]);
        Assert.Equal((0L, float64, true), (one.ndim, one.dtype, one.requires_grad));
        Assert.Equal(6, matrix[1, 2].item<int>());
    }

    [Theory]
    [InlineData(0, 1.0, 10)]
    [InlineData(4, 1.0, 10)]
    public void Ranges_have_both_ends_or_leave_the_last_out(int steps, double first, double last)
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal(Enumerable.Range(0, steps).Select(i => first + ((last - first) * i / (steps - 1))), linspace(first, last, steps, float64).data<double>().ToArray());
        Assert.Equal(Enumerable.Range(0, steps).Select(i => Math.Pow(2, i)), logspace(0, steps - 1, steps, 2, float64).data<double>().ToArray());
        Assert.Equal(Enumerable.Range(0, steps).Select(i => (long)i), arange(steps).data<long>().ToArray());
    }

    [Fact]
    public void Products_are_summed_over_the_dimensions_that_are_named()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = randn([2, 3, 4], float64), b = randn([3, 4, 5], float64);
        Assert.True(tensordot(a, b).allclose(einsum("ijk,jkl->il", a, b)));
        Assert.True(tensordot(a, b, [(1L, 0L)]).allclose(einsum("ijk,jml->ikml", a, b)));
        Assert.Contains("cannot sum over 9", Assert.Throws<ArgumentOutOfRangeException>(() => tensordot(a, b, 9)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_are_gathered_along_a_dimension()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor t = arange(6).reshape(2, 3), at = tensor(new long[] { 2, 0 }, [2, 1]);
        Assert.Equal([2L, 3L], gather(t, 1, at, sparse_grad: true).data<long>().ToArray());
        Assert.Equal([2L, 3L], take_along_dim(t, at, 1).data<long>().ToArray());
        Assert.Equal([3L, 2L], movedim(t, 0, 1).shape);
        Assert.Equal([4L, 2L, 3L], broadcast_shapes([2, 3], [4, 1, 1]));
    }

    [Fact]
    public void Triangular_systems_are_solved_and_dot_products_taken()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = (randn(3, 3, float64) + (4 * eye(3, dtype: float64))).tril(), b = randn(3, 2, float64);
        Tensor x = linalg.solve_triangular(a, b, upper: false);
        Assert.True(a.mm(x).allclose(b));
        Assert.True(linalg.vecdot(a, a).allclose((a * a).sum(-1)));
    }
}
