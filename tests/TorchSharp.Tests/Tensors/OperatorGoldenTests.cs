using System.Text.Json;
using TorchSharp.Tests.NN;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>Linear algebra, reductions and indexing against PyTorch's numbers.</summary>
public class OperatorGoldenTests
{
    private const string File = "tensors/operators.json";

    private static readonly long[][] Places = [[3, 0, 1, 1], [0, 2, 2, 3], [1, 1, 0, 2]];
    private static readonly long[][] Columns = [[4, 0, 1, 2], [0, 1, 2, 3], [3, 1, 0, 2]];

    public static TheoryData<string, string> Operators => Golden.Ids(File);

    [Theory]
    [MemberData(nameof(Operators))]
    public void An_operator_computes_and_differentiates_as_in_PyTorch(string id, string dtype)
    {
        using var scope = NewDisposeScope();
        JsonElement item = Golden.Find(File, id, dtype);
        Tensor input = Golden.Inputs(item)[0];

        Tensor output = Run(id, input);

        Golden.Same(item.GetProperty("outputs")[0], output, "the output");
        if (output.requires_grad) Golden.Backward([output]);
        Golden.Same(item.GetProperty("inputGrads")[0], input.grad, "the input's gradient");
    }

    [Fact]
    public void Adding_a_product_in_place_gives_what_the_new_tensor_holds()
    {
        using var scope = NewDisposeScope();
        Tensor sum = ones(2, 2), left = arange(6, dtype: float32).reshape(2, 3), right = arange(6, dtype: float32).reshape(3, 2);
        Tensor expected = addmm(sum, left, right, 3, 0.5f);

        Tensor same = addmm_(sum, left, right, 3, 0.5f);

        Assert.Same(sum, same);
        Assert.Equal(new[] { 8f, 9.5f, 17, 23 }, expected.data<float>().ToArray());
        Assert.Equal(expected, sum);
    }

    private static Tensor Run(string id, Tensor a) => id switch
    {
        "norm" => linalg.norm(a),
        "inv" => linalg.inv(a),
        "det" => linalg.det(a),
        "slogdet" => linalg.slogdet(a).LogAbsDet,
        "solve" => linalg.solve(a, a[.., ..2] + 1),
        "matrix_power" => a.matrix_power(3),
        "qr" => linalg.qr(a).R.abs(),
        "cholesky" => linalg.cholesky(a.mm(a.t())),
        "eigvals" => linalg.eigvals(a).abs().sort().Values,
        "eigvalsh" => linalg.eigvalsh(a.mm(a.t())),
        "trace" => a.trace(),
        "matrix_exp" => a.matrix_exp(),
        "svdvals" => linalg.svdvals(a),
        "svd" => Rebuilt(linalg.svd(a, fullMatrices: false)),
        "addmm" => addmm(a, a.mm(a.t()), a, 0.5f, 2),
        "addmv" => addmv(a[.., 0], a, a[1], 0.5f, 2),
        "bmm" => a[TensorIndex.None].bmm(a.t()[TensorIndex.None]),
        _ => Reduce(id, a) ?? Index(id, a) ?? throw new ArgumentException($"make.py has a case '{id}' that is not computed here.", nameof(id)),
    };

    private static Tensor? Reduce(string id, Tensor a) => id switch
    {
        "sum" => a.sum(1),
        "mean" => a.mean([0], keepdim: true),
        "prod" => a.prod(1),
        "std" => a.std(1),
        "var biased" => a.var(1, unbiased: false),
        "logsumexp" => a.logsumexp(1),
        "cumsum" => a.cumsum(1),
        "cumprod" => a.cumprod(0),
        "max" => a.max(1).values,
        "min" => a.min(0).values,
        "amax" => a.amax(1),
        "median" => a.median(),
        "norm 1" => linalg.norm(a, 1),
        "sort" => a.sort(1, descending: true).Values,
        "topk" => a.topk(2, 1).values,
        "argmax" => a.argmax(1),
        "argmin" => a.argmin(0),
        "argsort" => a.argsort(1),
        _ => null,
    };

    private static Tensor? Index(string id, Tensor a) => id switch
    {
        "row" => a[1],
        "last column" => a[TensorIndex.Ellipsis, -1],
        "steps" => a[TensorIndex.Slice(step: 2), 1..],
        "new axis" => a[.., TensorIndex.None],
        "rows" => a[tensor(new long[] { 2, 0, 2 })],
        "pairs" => a[tensor(new long[] { 2, 0, 2 }), tensor(new long[] { 0, 1, 3 })],
        "mask" => a[a > 0.2],
        "gather" => a.gather(1, Rows(Places)),
        "scatter" => zeros(3, 5, dtype: a.dtype).scatter(1, Rows(Columns), a),
        "index_select" => a.index_select(0, tensor(new long[] { 2, 0, 2 })),
        "masked_fill" => a.masked_fill(a > 1, -7),
        "where" => where(a > 0, a, a * a),
        "flip" => a.flip(1),
        "roll" => a.roll(1, 1),
        "tril" => a.tril(),
        "triu" => a.triu(1),
        "expand" => a[.., ..1].expand(3, 5),
        "repeat" => a.repeat(2, 1),
        "einsum" => einsum("ij,kj->ik", a, a),
        "diagonal" => a.diagonal(1),
        "cat" => cat([a, a * 2], 1),
        "stack" => stack([a, a * 2], 1),
        "chunk" => a.chunk(2, 1)[1],
        "split" => a.split([1, 2], 0)[1],
        _ => null,
    };

    private static Tensor Rebuilt((Tensor U, Tensor S, Tensor Vh) parts) => parts.U.mm(diag(parts.S)).mm(parts.Vh);

    private static Tensor Rows(long[][] rows) => stack(rows.Select(row => tensor(row)));
}
