using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class FirstSteps
{
    [Fact]
    public void Arithmetic_matches_arithmetic()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = tensor(new float[,] { { 1, 2 }, { 3, 4 } });
        Tensor b = a.matmul(a) + 1;
        Assert.Equal([8f, 11f, 16f, 23f], b.data<float>().ToArray());
        Assert.Equal([2L, 2L], b.shape);
        Assert.Equal(23f, b[1, 1].item<float>());
        Assert.Equal([11f, 23f], b[TensorIndex.Ellipsis, 1].data<float>().ToArray());
    }

    [Fact]
    public void Gradients_flow_to_leaves()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(new double[] { 1, 2, 3 }, requires_grad: true);
        (x * x).sum().backward();
        Assert.Equal([2.0, 4.0, 6.0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void A_shape_error_is_an_exception_with_the_shapes_in_its_first_line()
    {
        using DisposeScope scope = NewDisposeScope();
        var error = Assert.Throws<ExternalException>(() => zeros(2, 3).mm(zeros(2, 3)));
        Assert.Equal("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3) — in mm(Float32[2, 3], Float32[2, 3])", error.Message);
    }

    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        long before = LiveTensors.Count();
        Tensor kept;
        using (NewDisposeScope())
        {
            kept = (ones(3) * 2).MoveToOuterDisposeScope();
        }
        Assert.Equal(before + 1, Tensor.TotalCount);
        kept.Dispose();
        Assert.Throws<ObjectDisposedException>(() => kept + 1);
    }
}
