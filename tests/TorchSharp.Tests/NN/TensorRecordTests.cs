using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

public class TensorRecordTests
{
    public static TheoryData<ScalarType> Types => new()
    {
        ScalarType.Float32, ScalarType.Float64, ScalarType.Int32, ScalarType.Int64, ScalarType.Bool, ScalarType.Byte, ScalarType.Float16,
        ScalarType.ComplexFloat32,
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void A_tensor_of_any_type_comes_back_as_it_was(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var values = arange(6).reshape(2, 3).to(type);

        var back = Copy(values);

        Assert.Equal(type, back.dtype);
        Assert.True(values.equal(back).ToBoolean());
    }

    [Fact]
    public void A_view_is_written_in_row_major_order()
    {
        using var scope = NewDisposeScope();
        var view = arange(6, dtype: ScalarType.Float32).reshape(2, 3).t();

        Assert.Equal(new[] { 0f, 3, 1, 4, 2, 5 }, Copy(view).data<float>().ToArray());
    }

    [Fact]
    public void Empty_tensors_and_scalars_come_back()
    {
        using var scope = NewDisposeScope();

        Assert.Equal(new long[] { 0, 4 }, Copy(zeros(0, 4)).shape);
        Assert.Equal(2.5, Copy(tensor(2.5)).item<double>());
    }

    [Fact]
    public void A_parameter_is_read_in_place_and_keeps_requiring_gradients()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        ones(2, 2).Save(stream);
        stream.Position = 0;
        var parameter = zeros(2, 2).AsParameter();

        parameter.Load(new BinaryReader(stream));

        Assert.True(parameter.requires_grad);
        Assert.Equal(4, parameter.sum().item<float>());
    }

    [Fact]
    public void A_tensor_that_became_a_parameter_cannot_be_used_under_its_old_name()
    {
        using var scope = NewDisposeScope();
        var values = ones(3);

        var parameter = values.AsParameter();

        Assert.True(values.IsInvalid);
        Assert.Equal(3, parameter.sum().item<float>());
    }

    private static Tensor Copy(Tensor tensor)
    {
        using var stream = new MemoryStream();
        tensor.Save(stream);
        stream.Position = 0;
        return TensorExtensionMethods.Load(new BinaryReader(stream))!;
    }
}
