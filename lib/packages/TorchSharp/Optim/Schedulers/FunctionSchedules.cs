namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The initial rate times a function of the epoch.</summary>
                public class LambdaLR : LRScheduler
                {
                    private readonly List<Func<int, double>> lr_lambdas;

                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Enumerable.Repeat(lr_lambda, optimizer.ParamGroups.Count()), last_epoch, verbose)
                    {
                    }

                    public LambdaLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.lr_lambdas = Spread(lr_lambdas, _base_lrs.Count, nameof(lr_lambdas));
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => _base_lrs.Zip(lr_lambdas, (rate, lambda) => rate * lambda(_last_epoch));
                }

                /// <summary>The rate of the epoch before times a function of the epoch.</summary>
                public class MultiplicativeLR : LRScheduler
                {
                    private readonly List<Func<int, double>> lr_lambdas;

                    public MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Enumerable.Repeat(lr_lambda, optimizer.ParamGroups.Count()), last_epoch, verbose)
                    {
                    }

                    public MultiplicativeLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.lr_lambdas = Spread(lr_lambdas, _base_lrs.Count, nameof(lr_lambdas));
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        Groups.Zip(lr_lambdas, (group, lambda) => _last_epoch > 0 ? group.LearningRate * lambda(_last_epoch) : group.LearningRate);
                }

                /// <summary>Several schedules at once: their factors multiply.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly List<LRScheduler> schedulers;

                    public ChainedLR(IEnumerable<LRScheduler> schedulers)
                    {
                        this.schedulers = schedulers.ToList();
                        if (this.schedulers.Count == 0 || this.schedulers.Any(one => one._optimizer != this.schedulers[0]._optimizer))
                        {
                            throw new ArgumentException("The chained schedules must be of one optimizer, and at least one.", nameof(schedulers));
                        }
                        _optimizer = this.schedulers[0]._optimizer;
                        _last_lrs = Groups.ConvertAll(group => group.LearningRate);
                    }

                    public override void step()
                    {
                        foreach (var scheduler in schedulers)
                        {
                            scheduler.step();
                        }
                        _last_lrs = Groups.ConvertAll(group => group.LearningRate);
                    }
                }

                /// <summary>One schedule after the other, the next from each milestone on.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly List<LRScheduler> schedulers;
                    private readonly List<int> milestones;

                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                    {
                        this.schedulers = schedulers.ToList();
                        this.milestones = milestones.ToList();
                        if (this.schedulers.Count != this.milestones.Count + 1 || this.schedulers.Any(one => one._optimizer != optimizer))
                        {
                            throw new ArgumentException(
                                $"{this.schedulers.Count} schedules of this optimizer need {this.schedulers.Count - 1} milestones between them, not {this.milestones.Count}.",
                                nameof(milestones));
                        }
                        _optimizer = optimizer;
                        _last_epoch = last_epoch + 1;
                        // Each schedule took its first step when it was made; only the first one's may count.
                        foreach (var group in Groups)
                        {
                            group.LearningRate = group.InitialLearningRate;
                        }
                        foreach (var scheduler in this.schedulers)
                        {
                            scheduler._last_epoch--;
                        }
                        this.schedulers[0].step();
                        _last_lrs = this.schedulers[0].get_last_lr();
                    }

                    public override void step()
                    {
                        _last_epoch++;
                        int part = milestones.Count(milestone => milestone <= _last_epoch);
                        if (part > 0 && milestones[part - 1] == _last_epoch)
                        {
                            schedulers[part].step((int?)0);
                        }
                        else
                        {
                            schedulers[part].step();
                        }
                        _last_lrs = schedulers[part].get_last_lr();
                    }
                }
            }
        }
    }
}
