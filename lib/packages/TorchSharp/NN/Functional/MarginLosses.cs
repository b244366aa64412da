using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The negative log-likelihood of a Poisson distribution with mean exp(input), or input.</summary>
            public static Tensor poisson_nll_loss(
                Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                Ops.Call("aten::poisson_nll_loss", input, target, log_input, full, (double)eps, (long)reduction);

            /// <summary>The negative log-likelihood of a normal distribution with mean input and the given variance, which is kept above eps.</summary>
            public static Tensor gaussian_nll_loss(
                Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var clamped = variance.clone();
                using (no_grad())
                {
                    clamped = clamped.clamp_(eps);
                }
                var loss = 0.5 * (clamped.log() + (input - target).square() / clamped);
                if (full)
                {
                    loss += 0.5 * Math.Log(2 * Math.PI);
                }
                return scope.MoveToOuter(Reduced(loss, reduction));
            }

            /// <summary>1 - cos(input1, input2) for target 1, max(0, cos - margin) for target -1.</summary>
            public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                Ops.Call("aten::cosine_embedding_loss", input1, input2, target, margin, (long)reduction);

            /// <summary>The connectionist temporal classification loss.</summary>
            public static Tensor ctc_loss(
                Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) =>
                Ops.Call("aten::ctc_loss.Tensor", log_probs, targets, input_lengths, target_lengths, blank, (long)reduction, zero_infinity);

            /// <summary>input for target 1, max(0, margin - input) for target -1.</summary>
            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                Ops.Call("aten::hinge_embedding_loss", input, target, margin, (long)reduction);

            /// <summary>max(0, -target (input1 - input2) + margin).</summary>
            public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                Ops.Call("aten::margin_ranking_loss", input1, input2, target, margin, (long)reduction);

            /// <summary>The hinge loss over several right classes an example, listed first and ended by -1.</summary>
            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Ops.Call("aten::multilabel_margin_loss", input, target, (long)reduction);

            /// <summary>The hinge loss over classes.</summary>
            public static Tensor multi_margin_loss(
                Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Ops.Call("aten::multi_margin_loss", input, target, p, margin, weight, (long)reduction);

            /// <summary>The mean over the classes of the binary cross-entropy from unnormalized scores.</summary>
            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var loss = -(target * logsigmoid(input) + (1 - target) * logsigmoid(-input));
                if (weight is not null)
                {
                    loss *= weight;
                }
                return scope.MoveToOuter(Reduced(loss.mean(new long[] { -1 }), reduction));
            }

            /// <summary>log(1 + exp(-target input)).</summary>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Ops.Call("aten::soft_margin_loss", input, target, (long)reduction);

            /// <summary>max(0, d(anchor, positive) - d(anchor, negative) + margin).</summary>
            public static Tensor triplet_margin_loss(
                Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                Ops.Call("aten::triplet_margin_loss", anchor, positive, negative, margin, (double)p, eps, swap, (long)reduction);

            /// <summary>The triplet margin loss with a distance of one's own; the default is <c>pairwise_distance</c>.</summary>
            public static Tensor triplet_margin_with_distance_loss(
                Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null,
                double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                distance ??= (x, y) => pairwise_distance(x, y);
                var near = distance(anchor, positive);
                var far = distance(anchor, negative);
                if (swap)
                {
                    far = far.minimum(distance(positive, negative));
                }
                return scope.MoveToOuter(Reduced((near - far + margin).clamp_min(0), reduction));
            }

            private static Tensor Reduced(Tensor loss, Reduction reduction) => reduction switch
            {
                Reduction.Mean => loss.mean(),
                Reduction.Sum => loss.sum(),
                _ => loss,
            };
        }
    }
}
