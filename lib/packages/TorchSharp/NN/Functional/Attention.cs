namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>softmax(query keyᵀ / √d + mask) value (Vaswani et al. 2017).</summary>
            /// <param name="query">(…, targets, d)</param>
            /// <param name="key">(…, sources, d)</param>
            /// <param name="value">(…, sources, values)</param>
            /// <param name="attn_mask">Added to the scores; or bool, true where attention is allowed. Broadcast to (…, targets, sources).</param>
            /// <param name="p">The probability of dropout on the weights.</param>
            /// <param name="is_casual">Whether a target sees only sources up to its own position (the name is TorchSharp's).</param>
            /// <returns>(…, targets, values)</returns>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false)
            {
                if (p < 0)
                {
                    throw new ArgumentException($"The dropout probability must not be negative, but is {p}.", nameof(p));
                }
                if (is_casual && attn_mask is not null)
                {
                    throw new ArgumentException("Give either a mask or is_casual: the causal mask is a mask of its own.", nameof(attn_mask));
                }
                using var scope = NewDisposeScope();
                var scores = query.matmul(key.transpose(-2, -1)) / Math.Sqrt(query.shape[^1]); // (…, targets, sources)
                if (is_casual)
                {
                    attn_mask = ones(scores.shape[^2], scores.shape[^1], dtype: ScalarType.Bool, device: query.device).tril();
                }
                if (attn_mask is not null)
                {
                    scores = attn_mask.dtype == ScalarType.Bool
                        ? scores.masked_fill(attn_mask.logical_not(), double.NegativeInfinity)
                        : scores + attn_mask;
                }
                var weights = softmax(scores, -1);
                if (p > 0)
                {
                    weights = dropout(weights, p);
                }
                return scope.MoveToOuter(weights.matmul(value));
            }
        }
    }
}
