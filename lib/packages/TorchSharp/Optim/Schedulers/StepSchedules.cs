namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The initial rate times gamma for every step_size epochs that have passed.</summary>
                public class StepLR : LRScheduler
                {
                    private readonly int step_size;
                    private readonly double gamma;

                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.step_size = step_size > 0 ? step_size : throw new ArgumentException($"step_size must be positive, but is {step_size}.", nameof(step_size));
                        this.gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        _last_epoch == 0 || _last_epoch % step_size != 0
                            ? Groups.ConvertAll(group => group.LearningRate)
                            : Groups.ConvertAll(group => group.LearningRate * gamma);

                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(rate => rate * Math.Pow(gamma, _last_epoch / step_size));
                }

                /// <summary>The rate falls by the factor gamma at each milestone.</summary>
                public class MultiStepLR : LRScheduler
                {
                    private readonly int[] milestones;
                    private readonly double gamma;

                    public MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.milestones = milestones.Order().ToArray();
                        this.gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        int here = milestones.Count(milestone => milestone == _last_epoch);
                        return Groups.ConvertAll(group => group.LearningRate * Math.Pow(gamma, here));
                    }

                    protected override IEnumerable<double> get_closed_form_lr()
                    {
                        int passed = milestones.Count(milestone => milestone <= _last_epoch);
                        return _base_lrs.Select(rate => rate * Math.Pow(gamma, passed));
                    }
                }

                /// <summary>The rate falls by the factor gamma every epoch.</summary>
                public class ExponentialLR : LRScheduler
                {
                    private readonly double gamma;

                    public ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        this.gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Groups.ConvertAll(group => _last_epoch == 0 ? group.LearningRate : group.LearningRate * gamma);

                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(rate => rate * Math.Pow(gamma, _last_epoch));
                }

                /// <summary>The initial rate times factor for the first total_iters epochs, then the initial rate.</summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double factor;
                    private readonly int total_iters;

                    public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3.0, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.factor = factor is >= 0 and <= 1 ? factor : throw new ArgumentException($"factor must be between 0 and 1, but is {factor}.", nameof(factor));
                        this.total_iters = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Groups.ConvertAll(group =>
                        _last_epoch == 0 ? group.LearningRate * factor : _last_epoch == total_iters ? group.LearningRate * (1 / factor) : group.LearningRate);

                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(rate => rate * (_last_epoch >= total_iters ? 1 : factor));
                }
            }
        }
    }
}
