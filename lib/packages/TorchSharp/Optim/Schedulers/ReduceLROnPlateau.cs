namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate falls by a factor when a quantity has stopped getting better.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool smaller;
                    private readonly bool relative;
                    private readonly double factor;
                    private readonly int patience;
                    private readonly double threshold;
                    private readonly int cooldown;
                    private readonly List<double> min_lrs;
                    private readonly double eps;

                    private double best;
                    private int bad_epochs;
                    private int cooling;

                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel",
                        int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false) : base(optimizer, -1, verbose)
                    {
                        smaller = One(mode, "min", "max", nameof(mode));
                        relative = One(threshold_mode, "rel", "abs", nameof(threshold_mode));
                        if (factor >= 1)
                        {
                            throw new ArgumentException($"factor must be below one, but is {factor}.", nameof(factor));
                        }
                        this.factor = factor;
                        this.patience = patience;
                        this.threshold = threshold;
                        this.cooldown = cooldown;
                        this.eps = eps;
                        int groups = Groups.Count;
                        min_lrs = min_lr switch
                        {
                            null => Enumerable.Repeat(0.0, groups).ToList(),
                            { Count: 1 } => Enumerable.Repeat(min_lr[0], groups).ToList(),
                            _ => Spread(min_lr, groups, nameof(min_lr)),
                        };
                        best = smaller ? double.PositiveInfinity : double.NegativeInfinity;
                        _last_epoch = 0;
                    }

                    /// <summary>Refused: the schedule needs to know the quantity.</summary>
                    /// <exception cref="NotSupportedException">Always.</exception>
                    public override void step() => throw new NotSupportedException("ReduceLROnPlateau watches a quantity: call step(loss).");

                    public override void step(int? epoch) => step();

                    public override void step(double current, int? epoch = null)
                    {
                        _last_epoch = epoch ?? _last_epoch + 1;
                        bool better = Better(current);
                        if (better)
                        {
                            best = current;
                        }
                        bad_epochs = better ? 0 : bad_epochs + 1;
                        if (cooling > 0)
                        {
                            cooling--;
                            bad_epochs = 0;
                        }
                        if (bad_epochs > patience)
                        {
                            Reduce();
                            cooling = cooldown;
                            bad_epochs = 0;
                        }
                        _last_lrs = Groups.ConvertAll(group => group.LearningRate);
                    }

                    private bool Better(double current)
                    {
                        if (relative)
                        {
                            return smaller ? current < best * (1 - threshold) : current > best * (threshold + 1);
                        }
                        return smaller ? current < best - threshold : current > best + threshold;
                    }

                    private void Reduce()
                    {
                        var groups = Groups;
                        for (int i = 0; i < groups.Count; i++)
                        {
                            double reduced = Math.Max(groups[i].LearningRate * factor, min_lrs[i]);
                            if (groups[i].LearningRate - reduced > eps)
                            {
                                Set(groups[i], reduced, i);
                            }
                        }
                    }

                    private static bool One(string value, string first, string second, string name) =>
                        value == first || (value == second ? false : throw new ArgumentException($"{name} must be \"{first}\" or \"{second}\", not \"{value}\".", name));
                }
            }
        }
    }
}
