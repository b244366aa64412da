using System.Runtime.CompilerServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>What mistakes say. The approved sentences are in errors.approved.txt; a change shows as a difference of that file.</summary>
public class ErrorTests
{
    private static readonly (string Mistake, Action Make)[] Mistakes =
    [
        ("matrices that do not fit", () => zeros(2, 3).mm(zeros(2, 3))),
        ("shapes that do not broadcast", () => _ = zeros(2, 3) + zeros(2, 4)),
        ("a batch of matrices that does not fit", () => zeros(5, 2, 3).bmm(zeros(5, 2, 3))),
        ("a view of another size", () => zeros(2, 3).view(7)),
        ("joining other sizes", () => cat(new[] { zeros(2, 3), zeros(2, 4) }, 0)),
        ("other element types", () => zeros(2, 2).mm(zeros(2, 2, float64))),
        ("a mean of whole numbers", () => zeros(3, int64).mean()),
        ("a position out of range", () => _ = zeros(3)[5]),
        ("too many positions", () => _ = zeros(3)[TensorIndex.Single(0), TensorIndex.Single(0)]),
        ("a gather out of range", () => zeros(3).gather(0, tensor(new long[] { 7 }))),
        ("a dimension that is not there", () => zeros(2, 3).sum(5)),
        ("a missing tensor", () => zeros(2).add((Tensor)null!)),
        ("CUDA", () => zeros(2).cuda()),
        ("a device by a wrong name", () => torch.device("gpu")),
        ("a disposed tensor", () => _ = Disposed() + 1),
        ("data of a disposed tensor", () => Disposed().data<float>()),
        ("data as another type", () => zeros(2).data<double>()),
        ("item of many elements", () => zeros(2, 2).item<float>()),
        ("backward of no scalar", () => zeros(2, requires_grad: true).mul(2).backward()),
        ("backward without anything to differentiate", () => zeros(1).sum().backward()),
        ("backward twice", BackwardTwice),
        ("an in-place change of a leaf", () => zeros(2, requires_grad: true).add_(1)),
        ("a gradient of another shape", () => zeros(2).grad = zeros(3)),
        ("requires_grad of whole numbers", () => zeros(2, int64).requires_grad = true),
        ("an unknown einsum", () => einsum("ij,jk->iz", zeros(2, 3), zeros(3, 4))),
        ("a huge allocation", () => zeros(1L << 40, 1L << 10)),
        ("a negative size", () => zeros(-1)),
        ("an array that does not fill its dimensions", () => tensor(new[] { 1f, 2f, 3f }, [2, 2])),
        ("a file that is no tensor", () => LoadBytes(Encoding.ASCII.GetBytes("this is no tensor"))),
        ("a truncated file", LoadTruncated),
        ("a singular matrix", () => linalg.inv(zeros(2, 2))),
        ("disposing no_grad on another thread", WrongThread),
    ];

    [Fact]
    public void Mistakes_say_what_is_wrong_in_their_first_line()
    {
        using DisposeScope scope = NewDisposeScope();
        string said = string.Concat(Mistakes.Select(m => $"{m.Mistake}: {Said(m.Make)}\n"));
        string approved = Path.Combine(Path.GetDirectoryName(Here())!, "errors.approved.txt");
        if (said != (File.Exists(approved) ? File.ReadAllText(approved) : "")) File.WriteAllText(approved.Replace("approved", "received"), said);
        Assert.Equal(File.ReadAllText(approved), said);
    }

    [Fact]
    public void The_process_lives_on_after_every_mistake()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach ((_, Action make) in Mistakes) Assert.ThrowsAny<Exception>(make);
        Assert.Equal(4f, (ones(2, 2) + 3)[0, 0].item<float>());
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void Tensors_disposed_on_one_thread_while_others_use_them_end_in_exceptions_at_worst()
    {
        for (int round = 0; round < 200; round++)
        {
            Tensor shared = ones(64, 64);
            using Barrier start = new(3);
            Parallel.Invoke(
                () => Use(shared, start),
                () => Use(shared, start),
                () =>
                {
                    start.SignalAndWait();
                    shared.Dispose();
                });
            Assert.True(shared.IsInvalid);
        }
    }

    private static void Use(Tensor shared, Barrier start)
    {
        start.SignalAndWait();
        for (int i = 0; i < 20; i++)
        {
            try
            {
                using Tensor sum = shared + shared;
                Assert.Equal(2f, sum.data<float>()[0]);
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static string Said(Action make)
    {
        Exception thrown = Assert.ThrowsAny<Exception>(make);
        return $"{thrown.GetType().Name}: {thrown.Message.Split('\n')[0].Replace(Path.GetTempPath(), "")}";
    }

    private static Tensor Disposed()
    {
        Tensor t = zeros(2);
        t.Dispose();
        return t;
    }

    private static void BackwardTwice()
    {
        Tensor loss = ones(2, requires_grad: true).exp().sum();
        loss.backward();
        loss.backward();
    }

    private static void LoadTruncated()
    {
        string file = Path.Combine(Path.GetTempPath(), "truncated.tensor");
        save(ones(100), file);
        byte[] whole = File.ReadAllBytes(file);
        LoadBytes(whole[..(whole.Length / 2)]);
    }

    private static void LoadBytes(byte[] data)
    {
        string file = Path.Combine(Path.GetTempPath(), "damaged.tensor");
        File.WriteAllBytes(file, data);
        load(file);
    }

    private static void WrongThread()
    {
        using IDisposable mode = no_grad();
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(mode.Dispose));
        thread.Start();
        thread.Join();
        throw thrown!;
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
