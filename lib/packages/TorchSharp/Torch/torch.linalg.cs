using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra on matrices and on batches of them, in the last two dimensions.</summary>
    public static class linalg
    {
        /// <summary>How much of Q and R is computed.</summary>
        public enum QRMode
        {
            Reduced = 0,
            Complete = 1,
            R = 2
        }

        public static Tensor cholesky(Tensor input) => Ops.Call("aten::linalg_cholesky", input);

        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) =>
            Ops.Call2("aten::linalg_cholesky_ex", input, false, check_errors);

        public static Tensor cond(Tensor input) => Ops.Call("aten::linalg_cond", input);

        public static Tensor cond(Tensor input, int p) => Ops.Call("aten::linalg_cond", input, p);

        public static Tensor cond(Tensor input, double p) => Ops.Call("aten::linalg_cond", input, p);

        public static Tensor cond(Tensor input, string p) => Ops.Call("aten::linalg_cond.p_str", input, p);

        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => Ops.Call("aten::linalg_cross", input, other, dim);

        public static Tensor det(Tensor input) => Ops.Call("aten::linalg_det", input);

        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) =>
            Ops.Call("aten::linalg_diagonal", input, offset, dim1, dim2);

        /// <summary>Eigenvalues and eigenvectors, complex.</summary>
        public static (Tensor, Tensor) eig(Tensor input) => Ops.Call2("aten::linalg_eig", input);

        public static Tensor eigvals(Tensor input) => Ops.Call("aten::linalg_eigvals", input);

        /// <summary>Of symmetric or Hermitian matrices, from one triangle.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Ops.Call2("aten::linalg_eigh", input, UPLO.ToString());

        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Ops.Call("aten::linalg_eigvalsh", input, UPLO.ToString());

        public static Tensor householder_product(Tensor A, Tensor tau) => Ops.Call("aten::linalg_householder_product", A, tau);

        public static Tensor inv(Tensor input) => Ops.Call("aten::linalg_inv", input);

        public static (Tensor L, Tensor info) inv_ex(Tensor input, bool check_errors = false) =>
            Ops.Call2("aten::linalg_inv_ex", input, check_errors);

        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            Ops.Get("aten::linalg_lstsq").Call4(input, other);

        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other, double rcond) =>
            Ops.Get("aten::linalg_lstsq").Call4(input, other, rcond);

        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true) => Ops.Call3("aten::linalg_lu", input, pivot);

        public static (Tensor LU, Tensor? Pivots) lu_factor(Tensor input, bool pivot = true) => Ops.Call2("aten::linalg_lu_factor", input, pivot);

        /// <summary>X of A X = B, or X A = B when not left, for a triangular A.</summary>
        public static Tensor solve_triangular(
            Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null) => @out is null
            ? Ops.Call("aten::linalg_solve_triangular", A, B, upper, left, unitriangular)
            : Ops.Call("aten::linalg_solve_triangular.out", A, B, upper, left, unitriangular, @out);

        /// <summary>Dot products along one dimension, the first factor conjugated.</summary>
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) => @out is null
            ? Ops.Call("aten::linalg_vecdot", x, y, dim)
            : Ops.Call("aten::linalg_vecdot.out", x, y, dim, @out);

        public static Tensor matrix_exp(Tensor input) => Ops.Call("aten::linalg_matrix_exp", input);

        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            Ops.Call("aten::linalg_matrix_norm.str_ord", input, ord, dims ?? [-2, -1], keepdim);

        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Ops.Call("aten::linalg_matrix_norm", input, ord, dims ?? [-2, -1], keepdim);

        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Ops.Call("aten::linalg_matrix_rank.atol_rtol_float", input, atol, rtol, hermitian);

        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            Ops.Call("aten::linalg_matrix_rank.atol_rtol_tensor", input, atol, rtol, hermitian);

        public static Tensor multi_dot(IList<Tensor> tensors) => Ops.Call("aten::linalg_multi_dot", tensors.ToArray());

        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            Ops.Call("aten::linalg_norm", input, Arg.None, dims, keepdim);

        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Ops.Call("aten::linalg_norm", input, ord, dims, keepdim);

        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            Ops.Call("aten::linalg_norm", input, ord, dims, keepdim);

        /// <summary>The Frobenius or nuclear norm of a matrix.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="ord">"fro" or "nuc".</param>
        /// <param name="dims">The dimensions of a matrix, or of a vector.</param>
        /// <param name="keepdim">Keeps them, with size one.</param>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            Ops.Call("aten::linalg_norm.ord_str", input, ord, dims, keepdim);

        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Ops.Call("aten::linalg_pinv.atol_rtol_float", input, atol, rtol, hermitian);

        public static Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            Ops.Call("aten::linalg_pinv.atol_rtol_tensor", input, atol, rtol, hermitian);

        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            Ops.Call2("aten::linalg_qr", input, mode switch { QRMode.Complete => "complete", QRMode.R => "r", _ => "reduced" });

        public static (Tensor Sign, Tensor LogAbsDet) slogdet(Tensor input) => Ops.Call2("aten::linalg_slogdet", input);

        /// <summary>The X with AX = B.</summary>
        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Ops.Call("aten::linalg_solve", A, B, left);

        public static (Tensor result, Tensor info) solve_ex(Tensor A, Tensor B, bool left = true, bool check_errors = false) =>
            Ops.Call2("aten::linalg_solve_ex", A, B, left, check_errors);

        /// <summary>The factors of input = U diag(S) Vh.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => Ops.Call3("aten::linalg_svd", input, fullMatrices);

        public static Tensor svdvals(Tensor input) => Ops.Call("aten::linalg_svdvals", input);

        public static Tensor tensorinv(Tensor input, long ind) => Ops.Call("aten::linalg_tensorinv", input, ind);

        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims) => Ops.Call("aten::linalg_tensorsolve", A, B, dims);

        public static Tensor vander(Tensor input, long? N = null) => Ops.Call("aten::linalg_vander", input, N);

        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            Ops.Call("aten::linalg_vector_norm", input, ord, dims, keepdim);
    }
}
