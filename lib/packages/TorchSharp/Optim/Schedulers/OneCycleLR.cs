namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate climbs to max_lr and falls far below its start, the momentum the other way round (Smith and Topin 2018).</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly List<(double End, Func<int, double> Start, Func<int, double> Stop, double StartMomentum, double StopMomentum)> phases = new();
                    private readonly List<double> base_momenta;
                    private readonly List<double> max_momenta;
                    private readonly AnnealStrategy strategy;
                    private readonly bool cycle_momentum;
                    private readonly int total_steps;

                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95,
                        double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Repeated(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            Repeated(optimizer, base_momentum), Repeated(optimizer, max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                        IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false,
                        int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        if (total_steps <= 0 && (epochs <= 0 || steps_per_epoch <= 0))
                        {
                            throw new ArgumentException("Give total_steps, or both epochs and steps_per_epoch, as positive numbers.", nameof(total_steps));
                        }
                        if (pct_start is not (>= 0 and <= 1))
                        {
                            throw new ArgumentException($"pct_start must be between 0 and 1, but is {pct_start}.", nameof(pct_start));
                        }
                        this.total_steps = total_steps > 0 ? total_steps : epochs * steps_per_epoch;
                        this.cycle_momentum = cycle_momentum;
                        strategy = anneal_strategy;
                        var peaks = Spread(max_lr, Groups.Count, nameof(max_lr));
                        var starts = peaks.ConvertAll(peak => peak / div_factor);
                        var ends = starts.ConvertAll(start => start / final_div_factor);
                        base_momenta = Spread(base_momentum ?? Repeated(optimizer, 0.85), peaks.Count, nameof(base_momentum));
                        max_momenta = Spread(max_momentum ?? Repeated(optimizer, 0.95), peaks.Count, nameof(max_momentum));
                        if (three_phase)
                        {
                            phases.Add((pct_start * this.total_steps - 1, i => starts[i], i => peaks[i], 1, 0));
                            phases.Add((2 * pct_start * this.total_steps - 2, i => peaks[i], i => starts[i], 0, 1));
                            phases.Add((this.total_steps - 1, i => starts[i], i => ends[i], 1, 1));
                        }
                        else
                        {
                            phases.Add((pct_start * this.total_steps - 1, i => starts[i], i => peaks[i], 1, 0));
                            phases.Add((this.total_steps - 1, i => peaks[i], i => ends[i], 0, 1));
                        }
                        if (last_epoch == -1)
                        {
                            for (int i = 0; i < peaks.Count; i++)
                            {
                                Groups[i].InitialLearningRate = starts[i];
                                _base_lrs[i] = starts[i];
                            }
                        }
                        step();
                    }

                    /// <summary>The shape of the climb and the fall.</summary>
                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch > total_steps)
                        {
                            throw new InvalidOperationException($"The schedule has {total_steps} steps, and step() was called {_last_epoch + 1} times.");
                        }
                        double from = 0;
                        int number = 0;
                        while (number < phases.Count - 1 && _last_epoch > phases[number].End)
                        {
                            from = phases[number].End;
                            number++;
                        }
                        var phase = phases[number];
                        double share = (_last_epoch - from) / (phase.End - from);
                        var groups = Groups;
                        for (int i = 0; cycle_momentum && i < groups.Count; i++)
                        {
                            double span = max_momenta[i] - base_momenta[i];
                            CyclicMomentum.Set(groups[i], Between(base_momenta[i] + phase.StartMomentum * span, base_momenta[i] + phase.StopMomentum * span, share));
                        }
                        return Enumerable.Range(0, groups.Count).Select(i => Between(phase.Start(i), phase.Stop(i), share)).ToList();
                    }

                    private double Between(double start, double end, double share) => strategy == AnnealStrategy.Cos
                        ? end + (start - end) / 2.0 * (Math.Cos(Math.PI * share) + 1)
                        : (end - start) * share + start;

                    private static IEnumerable<double> Repeated(Optimizer optimizer, double value) => Enumerable.Repeat(value, optimizer.ParamGroups.Count());
                }

                /// <summary>The momentum of a group, or the first decay rate where it has two.</summary>
                internal static class CyclicMomentum
                {
                    /// <summary>Sets the momentum, or the first decay rate.</summary>
                    /// <exception cref="ArgumentException">The group has neither.</exception>
                    public static void Set(ILearningRateController group, double value)
                    {
                        switch (group)
                        {
                            case IMomentum momentum:
                                momentum.Momentum = value;
                                break;
                            case IBetas betas:
                                betas.Betas = (value, betas.Betas.Item2);
                                break;
                            default:
                                throw new ArgumentException("The optimizer has no momentum to cycle: pass cycle_momentum: false.", nameof(group));
                        }
                    }
                }
            }
        }
    }
}
