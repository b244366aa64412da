namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate goes up and down between base_lr and max_lr (Smith 2017).</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly List<double> max_lrs;
                    private readonly List<double> base_momenta;
                    private readonly List<double> max_momenta;
                    private readonly double total_size;
                    private readonly double step_ratio;
                    private readonly Func<double, double> scale;
                    private readonly ScaleMode scale_mode;
                    private readonly bool cycle_momentum;

                    public CyclicLR(
                        Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular,
                        double gamma = 1.0, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true,
                        double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Repeated(optimizer, base_lr), Repeated(optimizer, max_lr), step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode,
                            cycle_momentum, Repeated(optimizer, base_momentum), Repeated(optimizer, max_momentum), last_epoch, verbose)
                    {
                    }

                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle,
                        bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                        int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        int groups = Groups.Count;
                        var lows = Spread(base_lr, groups, nameof(base_lr));
                        max_lrs = Spread(max_lr, groups, nameof(max_lr));
                        base_momenta = Spread(base_momentum ?? Repeated(optimizer, 0.8), groups, nameof(base_momentum));
                        max_momenta = Spread(max_momentum ?? Repeated(optimizer, 0.9), groups, nameof(max_momentum));
                        double down = step_size_down > 0 ? step_size_down : step_size_up;
                        total_size = step_size_up + down;
                        step_ratio = step_size_up / total_size;
                        this.cycle_momentum = cycle_momentum;
                        this.scale_mode = scale_fn is null && mode == Mode.ExpRange ? ScaleMode.Iterations : scale_mode;
                        scale = scale_fn ?? (mode switch
                        {
                            Mode.Triangular => _ => 1.0,
                            Mode.Triangular2 => cycle => 1 / Math.Pow(2.0, cycle - 1),
                            _ => iterations => Math.Pow(gamma, iterations),
                        });
                        _base_lrs = lows;
                        if (last_epoch == -1)
                        {
                            for (int i = 0; i < groups; i++)
                            {
                                Groups[i].LearningRate = lows[i];
                                Groups[i].InitialLearningRate = lows[i];
                            }
                        }
                        step();
                    }

                    /// <summary>How the height of the cycles changes.</summary>
                    public enum Mode
                    {
                        Triangular,
                        Triangular2,
                        ExpRange,
                    }

                    /// <summary>What a scale function is given: the cycle's number, or the step's.</summary>
                    public enum ScaleMode
                    {
                        Cycle,
                        Iterations,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        double cycle = Math.Floor(1 + _last_epoch / total_size);
                        double x = 1 + _last_epoch / total_size - cycle;
                        double height = x <= step_ratio ? x / step_ratio : (x - 1) / (step_ratio - 1);
                        double scaled = height * scale(scale_mode == ScaleMode.Cycle ? cycle : _last_epoch);
                        var groups = Groups;
                        for (int i = 0; cycle_momentum && i < groups.Count; i++)
                        {
                            CyclicMomentum.Set(groups[i], max_momenta[i] - (max_momenta[i] - base_momenta[i]) * scaled);
                        }
                        return _base_lrs.Zip(max_lrs, (low, high) => low + (high - low) * scaled).ToList();
                    }

                    private static IEnumerable<double> Repeated(Optimizer optimizer, double value) => Enumerable.Repeat(value, optimizer.ParamGroups.Count());
                }
            }
        }
    }
}
