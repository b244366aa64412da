namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Half a cosine from the initial rate to eta_min in T_max epochs, and back (Loshchilov and Hutter 2017).</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double T_max;
                    private readonly double eta_min;

                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0.0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.T_max = T_max > 0 ? T_max : throw new ArgumentException($"T_max must be positive, but is {T_max}.", nameof(T_max));
                        this.eta_min = eta_min;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0)
                        {
                            return Groups.ConvertAll(group => group.LearningRate);
                        }
                        if (_step_count == 1 && _last_epoch > 0)
                        {
                            return get_closed_form_lr();
                        }
                        if ((_last_epoch - 1 - T_max) % (2 * T_max) == 0)
                        {
                            return Groups.Zip(_base_lrs, (group, start) => group.LearningRate + (start - eta_min) * (1 - Math.Cos(Math.PI / T_max)) / 2);
                        }
                        double ratio = (1 + Math.Cos(Math.PI * _last_epoch / T_max)) / (1 + Math.Cos(Math.PI * (_last_epoch - 1) / T_max));
                        return Groups.ConvertAll(group => ratio * (group.LearningRate - eta_min) + eta_min);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        _base_lrs.Select(rate => eta_min + (rate - eta_min) * (1 + Math.Cos(Math.PI * _last_epoch / T_max)) / 2);
                }

                /// <summary>A straight line from start_factor to end_factor times the initial rate, in total_iters epochs.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double start_factor;
                    private readonly double end_factor;
                    private readonly int total_iters;

                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3.0, double end_factor = 1.0, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.start_factor = start_factor is >= 0 and <= 1
                            ? start_factor
                            : throw new ArgumentException($"start_factor must be between 0 and 1, but is {start_factor}.", nameof(start_factor));
                        this.end_factor = end_factor is >= 0 and <= 1
                            ? end_factor
                            : throw new ArgumentException($"end_factor must be between 0 and 1, but is {end_factor}.", nameof(end_factor));
                        this.total_iters = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0)
                        {
                            return Groups.ConvertAll(group => group.LearningRate * start_factor);
                        }
                        if (_last_epoch > total_iters)
                        {
                            return Groups.ConvertAll(group => group.LearningRate);
                        }
                        double growth = (end_factor - start_factor) / (total_iters * start_factor + (_last_epoch - 1) * (end_factor - start_factor));
                        return Groups.ConvertAll(group => group.LearningRate * (1 + growth));
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        _base_lrs.Select(rate => rate * (start_factor + (end_factor - start_factor) * Math.Min(total_iters, _last_epoch) / total_iters));
                }

                /// <summary>The initial rate times (1 - epoch / total_iters) to the given power, zero afterwards.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly int total_iters;
                    private readonly double power;

                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.total_iters = total_iters;
                        this.power = power;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0 || _last_epoch > total_iters)
                        {
                            return Groups.ConvertAll(group => group.LearningRate);
                        }
                        double decay = Math.Pow((1.0 - (double)_last_epoch / total_iters) / (1.0 - (double)(_last_epoch - 1) / total_iters), power);
                        return Groups.ConvertAll(group => group.LearningRate * decay);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        _base_lrs.Select(rate => rate * Math.Pow(1.0 - (double)Math.Min(total_iters, _last_epoch) / total_iters, power));
                }
            }
        }
    }
}
