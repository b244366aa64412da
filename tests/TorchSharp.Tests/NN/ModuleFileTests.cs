using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

public class ModuleFileTests
{
    [Fact]
    public void A_file_written_by_hand_is_read()
    {
        using var linear = nn.Linear(2, 3);

        linear.load(Path.Combine(Folder(), "linear.dat"));

        Assert.Equal(new[] { 1f, 2, 3, 4, 5, 6 }, linear.weight.data<float>().ToArray());
        Assert.Equal(new[] { 0.5f, -0.5f, 0.25f }, linear.bias!.data<float>().ToArray());
    }

    [Fact]
    public void What_is_written_is_the_file_written_by_hand_byte_for_byte()
    {
        using var linear = nn.Linear(
            new Parameter(tensor(new float[] { 1, 2, 3, 4, 5, 6 }).reshape(3, 2)), new Parameter(tensor(new[] { 0.5f, -0.5f, 0.25f })));
        using var stream = new MemoryStream();

        linear.save(stream);

        Assert.Equal(File.ReadAllBytes(Path.Combine(Folder(), "linear.dat")), stream.ToArray());
    }

    [Fact]
    public void Sizes_above_127_and_scalars_are_read_and_written()
    {
        using var model = new Long();
        var expected = File.ReadAllBytes(Path.Combine(Folder(), "long.dat"));

        model.load(new MemoryStream(expected));

        Assert.Equal(Enumerable.Range(0, 130).Select(i => (float)i), model.w.data<float>().ToArray());
        Assert.Equal(7, model.n.item<long>());
        using var stream = new MemoryStream();
        model.save(stream);
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void A_model_comes_back_from_its_file_as_it_was()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "model.dat");
        using var one = Model();
        using var other = Model();
        using var x = randn(5, 4, 3);

        one.call(x.reshape(20, 3)).Dispose();
        one.eval();
        other.eval();
        one.save(path);
        var loaded = new Dictionary<string, bool>();
        other.load(path, loadedParameters: loaded);

        using var flat = x.reshape(20, 3);
        Assert.True(one.call(flat).equal(other.call(flat)).ToBoolean());
        Assert.Equal(one.state_dict().Keys.Order(), loaded.Keys.Order());
        Assert.DoesNotContain(false, loaded.Values);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_with_a_sentence()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder(), "linear.dat"));
        using var linear = nn.Linear(2, 3);

        for (int length = 0; length < bytes.Length; length++)
        {
            var error = Assert.Throws<InvalidDataException>(() => linear.load(new MemoryStream(bytes, 0, length)));
            Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_read_or_refused_but_never_crashes()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder(), "linear.dat"));
        using var linear = nn.Linear(2, 3);
        int refused = 0;

        for (int i = 0; i < bytes.Length; i++)
        {
            foreach (byte change in new byte[] { 0x01, 0x80, 0xff })
            {
                var changed = (byte[])bytes.Clone();
                changed[i] ^= change;
                var error = Record.Exception(() => linear.load(new MemoryStream(changed)));
                Assert.True(error is null or InvalidDataException or ArgumentException, $"byte {i}: {error}");
                refused += error is null ? 0 : 1;
            }
        }

        Assert.True(refused > 40, $"only {refused} changes were noticed");
    }

    [Fact]
    public void A_claim_of_a_huge_tensor_is_refused_without_allocating_it()
    {
        using var linear = nn.Linear(2, 3);
        // one entry "weight", float32, one axis of 2^40 elements
        byte[] bytes = [1, 6, .. "weight"u8, 6, 1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20];

        Assert.Throws<InvalidDataException>(() => linear.load(new MemoryStream(bytes), strict: false, skip: new[] { "weight" }));
        Assert.ThrowsAny<Exception>(() => linear.load(new MemoryStream(bytes), strict: false));
    }

    [Fact]
    public void A_file_of_another_shape_names_the_parameter_and_both_shapes()
    {
        using var linear = nn.Linear(4, 3);

        var error = Assert.Throws<ArgumentException>(() => linear.load(Path.Combine(Folder(), "linear.dat")));

        Assert.Equal("'weight' has shape [3, 2] in the file, but [3, 4] here.", error.Message);
    }

    [Fact]
    public void A_file_of_another_element_type_names_both_types()
    {
        using var linear = nn.Linear(2, 3, dtype: ScalarType.Float64);

        var error = Assert.Throws<ArgumentException>(() => linear.load(Path.Combine(Folder(), "linear.dat")));

        Assert.Contains("Float32 in the file, but Float64 here", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strict_load_refuses_other_names_and_a_lax_one_takes_what_fits()
    {
        using var linear = nn.Linear(2, 3, hasBias: false);
        string path = Path.Combine(Folder(), "linear.dat");
        var loaded = new Dictionary<string, bool>();

        Assert.Throws<ArgumentException>(() => linear.load(path));
        linear.load(path, strict: false, loadedParameters: loaded);

        Assert.Equal(6f, linear.weight.data<float>()[2, 1]);
        Assert.Equal(new Dictionary<string, bool> { ["weight"] = true }, loaded);
    }

    [Fact]
    public void Skipped_names_are_neither_written_nor_read()
    {
        using var one = nn.Linear(2, 3);
        using var other = nn.Linear(2, 3);
        var before = other.bias!.data<float>().ToArray();
        using var whole = new MemoryStream();
        using var part = new MemoryStream();

        one.save(whole);
        one.save(part, skip: new[] { "bias" });
        whole.Position = 0;
        other.load(whole, skip: new[] { "bias" });

        Assert.Equal(before, other.bias!.data<float>().ToArray());
        Assert.Equal(1, part.ToArray()[0]);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var linear = nn.Linear(2, 3);

        Assert.Contains("none.dat", Assert.Throws<FileNotFoundException>(() => linear.load("none.dat")).Message, StringComparison.Ordinal);
    }

    private static Sequential Model() => nn.Sequential(
        ("one", nn.Linear(3, 4)), ("norm", nn.BatchNorm1d(4)), ("squash", nn.Tanh()), ("two", nn.Linear(4, 2)));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "golden", "files");

    private sealed class Long : nn.Module
    {
        internal readonly Parameter w = new(zeros(130));
        internal readonly Tensor n = tensor(0L);

        public Long() : base(nameof(Long))
        {
            RegisterComponents();
        }
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("rnn-tests-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
