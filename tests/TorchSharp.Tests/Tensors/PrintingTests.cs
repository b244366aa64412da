using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class PrintingTests
{
    private static readonly float[] Mixed = [0, 3.141f, 6.2834f, 3.14152f, 6.28e-06f, -13.141529f, 0.01f, 4713.14f];

    private static string Written(Tensor t, TensorStringStyle style) => t.ToString(style, cultureInfo: CultureInfo.InvariantCulture, newLine: "\n");

    [Fact]
    public void Julia_aligns_columns()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal(
            "[2x4], type = Float32, device = cpu\n        0   3.141 6.2834 3.1415\n 6.28e-06 -13.142   0.01 4713.1\n",
            Written(tensor(Mixed, [2, 4]), julia));
        Assert.Equal("[4], type = Float32, device = cpu\n 0 0 0 0\n", Written(zeros(4), julia));
        Assert.Equal("[], type = Float32, device = cpu, value = 3.14", Written(tensor(3.14f), julia));
    }

    [Fact]
    public void Julia_gives_each_page_a_title()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal(
            "[2x1x2], type = Int64, device = cpu\n[0,..,..] =\n 0 1\n\n[1,..,..] =\n 2 3\n",
            Written(arange(4).reshape(2, 1, 2), julia));
    }

    [Fact]
    public void Julia_shows_both_ends_of_a_row_that_is_too_wide()
    {
        using DisposeScope scope = NewDisposeScope();
        string row = arange(1000).ToString(julia, width: 20, newLine: "\n").Split('\n')[1];
        Assert.Equal(" 0 1 ... 998 999", row);
    }

    [Fact]
    public void Numpy_nests_brackets_and_shortens_rows()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal("[[0, 3.141, 6.2834, 3.1415]\n [6.28e-06, -13.142, 0.01, 4713.1]]", Written(tensor(Mixed, [2, 4]), numpy));
        Assert.Equal("[[[0, 1]\n  [2, 3]]\n\n [[4, 5]\n  [6, 7]]]", Written(arange(8).reshape(2, 2, 2), numpy));
        Assert.Equal("[1, 1, 1, ... 1, 1, 1]", Written(ones(100, int32), numpy));
    }

    [Fact]
    public void Complex_numbers_have_both_parts()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal("[0, 1+4.86i, 2-1i]", Written(tensor(new[] { (0f, 0f), (1f, 4.86f), (2f, -1f) }), numpy));
    }

    [Fact]
    public void CSharp_is_an_array_initializer()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal("[4], type = Float32, device = cpu, value = float [] {0f, 0f, 0f, 0f}", Written(zeros(4), csharp));
        Assert.Equal(
            "[2x2x2], type = Int32, device = cpu, value = \nint [,,] {\n {{0, 1},\n  {2, 3}},\n {{4, 5},\n  {6, 7}}\n}",
            Written(arange(8, int32).reshape(2, 2, 2), csharp));
        Assert.Equal(
            "[10x1], type = Int32, device = cpu, value = \nint [,] {\n {0},\n {1},\n {2},\n ...\n {7},\n {8},\n {9}\n}",
            Written(arange(10, int32).reshape(10, 1), csharp));
    }

    [Fact]
    public void ToString_alone_shows_no_elements()
    {
        using Tensor t = zeros(2, 2);
        Assert.Equal("[2x2], type = Float32, device = cpu", t.ToString());
        Assert.Equal("[2x2], type = Float32, device = meta", zeros(2, 2, device: META).str());
    }

    [Fact]
    public void A_format_sets_the_precision()
    {
        using Tensor t = tensor(new[] { 1.0 / 3 });
        Assert.Equal("[0.33]", t.npstr("0.00", cultureInfo: CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Empty_tensors_print()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal("[0], type = Float32, device = cpu", Written(zeros(0), julia));
        Assert.Equal("[]", Written(zeros(0), numpy));
        Assert.Equal("[[]\n []]", Written(zeros(2, 0), numpy));
        Assert.Equal("[0x2], type = Float32, device = cpu, value = \nfloat [,] {\n}", Written(zeros(0, 2), csharp));
    }
}
