using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op CrossEntropyOp = new("aten::cross_entropy_loss"), NllOp = new("aten::nll_loss_nd");
            private static readonly Op MseOp = new("aten::mse_loss"), L1Op = new("aten::l1_loss"), SmoothL1Op = new("aten::smooth_l1_loss"), HuberOp = new("aten::huber_loss");
            private static readonly Op BceOp = new("aten::binary_cross_entropy"), BceLogitsOp = new("aten::binary_cross_entropy_with_logits"), KlDivOp = new("aten::kl_div");

            /// <summary>The mean negative log-probability of the right classes, from unnormalized scores.</summary>
            /// <param name="input">Scores: (batch, classes) or (batch, classes, …).</param>
            /// <param name="target">Classes (batch, …) as int64, or probabilities in the scores' shape.</param>
            /// <param name="weight">(classes): the weight of each class, or null.</param>
            /// <param name="ignore_index">A target that does not count.</param>
            /// <param name="reduction">What is done with the values of the batch.</param>
            /// <param name="label_smoothing">How much of the target is spread over all classes, 0 to 1.</param>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                CrossEntropyOp.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>Minus the log-probability of the right class, from log-probabilities (batch, classes, …); targets -100 do not count.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                NllOp.Call(input, target, weight, (long)reduction, -100L);

            /// <summary>(input - target)².</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => MseOp.Call(input, target, (long)reduction);

            /// <summary>|input - target|.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => L1Op.Call(input, target, (long)reduction);

            /// <summary>(input - target)² / (2 beta) where the difference is below beta, |input - target| - beta/2 elsewhere.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0) =>
                SmoothL1Op.Call(input, target, (long)reduction, beta);

            /// <summary>Half the squared difference below delta, delta (|difference| - delta/2) elsewhere.</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                HuberOp.Call(input, target, (long)reduction, delta);

            /// <summary>-(target log(input) + (1 - target) log(1 - input)), from probabilities.</summary>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                BceOp.Call(input, target, weight, (long)reduction);

            /// <summary>Binary cross-entropy from unnormalized scores; <paramref name="pos_weights"/> weighs the positive examples.</summary>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                BceLogitsOp.Call(input, target, weight, pos_weights, (long)reduction);

            /// <summary>target (log(target) - input): the Kullback-Leibler divergence, input as log-probabilities.</summary>
            /// <param name="input">Log-probabilities.</param>
            /// <param name="target">The distribution, in log space when <paramref name="log_target"/>.</param>
            /// <param name="log_target">Whether the target is given as logarithms.</param>
            /// <param name="reduction">Mean divides by the number of elements, not by the batch.</param>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                KlDivOp.Call(input, target, (long)reduction, log_target);
        }
    }
}
