using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>torch.save and torch.load, and the Load forms that read TorchSharp's own records.</summary>
public sealed class TensorFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tensors").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Bool)]
    [InlineData(ScalarType.ComplexFloat32)]
    public void A_saved_tensor_is_loaded_as_it_was(ScalarType type)
    {
        using var scope = NewDisposeScope();
        Tensor values = arange(6).reshape(2, 3).to(type);

        save(values, File("values.pt"));
        Tensor back = load(File("values.pt"));

        Assert.Equal(type, back.dtype);
        Assert.Equal(values, back);
    }

    [Fact]
    public void A_saved_view_and_an_empty_tensor_are_loaded_as_they_were()
    {
        using var scope = NewDisposeScope();
        Tensor view = arange(6, dtype: float32).reshape(2, 3).t();

        save(view, File("view.pt"));
        save(zeros(0, 4), File("empty.pt"));

        Assert.Equal(view, load(File("view.pt")));
        Assert.Equal(new long[] { 0, 4 }, load(File("empty.pt")).shape);
    }

    [Fact]
    public void Saving_over_a_file_leaves_only_the_new_one()
    {
        using var scope = NewDisposeScope();
        save(zeros(1000), File("values.pt"));
        save(ones(2), File("values.pt"));

        Assert.Equal(2, load(File("values.pt")).sum().item<float>());
        Assert.Equal([File("values.pt")], Directory.GetFiles(folder));
    }

    [Fact]
    public void A_truncated_file_is_refused_by_its_name()
    {
        using var scope = NewDisposeScope();
        save(ones(100), File("values.pt"));
        byte[] whole = System.IO.File.ReadAllBytes(File("values.pt"));
        System.IO.File.WriteAllBytes(File("values.pt"), whole[..(whole.Length / 2)]);

        var error = Assert.Throws<ExternalException>(() => load(File("values.pt")));

        Assert.Contains("values.pt", error.Message, StringComparison.Ordinal);
        Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_records_in_one_stream_are_read_one_after_the_other()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        ones(2, 3).Save(stream);
        arange(4).Save(stream);
        stream.Position = 0;

        Assert.Equal(ones(2, 3), Tensor.Load(stream));
        Assert.Equal(arange(4), Tensor.Load(new BinaryReader(stream)));
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void A_record_is_read_from_a_file()
    {
        using var scope = NewDisposeScope();
        ones(2, 3).Save(File("record.dat"));

        Assert.Equal(ones(2, 3), Tensor.Load(File("record.dat")));
    }

    private string File(string name) => Path.Combine(folder, name);
}
