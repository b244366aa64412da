namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of the learning rate; call <c>step()</c> once an epoch (OneCycleLR and CyclicLR: once a batch), after the optimizer's.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>The base of all schedules.</summary>
            public abstract class LRScheduler
            {
                internal Optimizer _optimizer = null!;
                internal int _last_epoch = -1;
                internal IList<double> _base_lrs = Array.Empty<double>();
                internal IEnumerable<double> _last_lrs = Array.Empty<double>();

                /// <summary>How often <c>step()</c> was called, the constructor's first step included.</summary>
                protected int _step_count;

                private readonly bool verbose;

                protected LRScheduler()
                {
                }

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    _optimizer = optimizer ?? throw new ArgumentNullException(nameof(optimizer), "A scheduler needs an optimizer.");
                    _last_epoch = last_epoch;
                    this.verbose = verbose;
                    var groups = optimizer.ParamGroups.ToList();
                    if (last_epoch == -1)
                    {
                        groups.ForEach(Start);
                    }
                    _base_lrs = groups.ConvertAll(group => group.InitialLearningRate);
                    _last_lrs = groups.ConvertAll(group => group.LearningRate);
                }

                /// <summary>Schedules start from the rate that the first of them finds, also when it has changed it by then.</summary>
                private static void Start(ILearningRateController controller)
                {
                    if (controller is Modules.ParamGroup { HasSchedule: false } group)
                    {
                        group.InitialLearningRate = group.LearningRate;
                        group.HasSchedule = true;
                    }
                }

                private protected List<ILearningRateController> Groups => _optimizer.ParamGroups.ToList();

                /// <summary>Moves to the next epoch and sets the groups' learning rates.</summary>
                public virtual void step() => step(null);

                /// <summary>Moves to an epoch, the next when null, and sets the groups' learning rates.</summary>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    _last_epoch = epoch ?? _last_epoch + 1;
                    Set((epoch is null ? get_lr() : get_closed_form_lr()).ToList());
                }

                /// <summary>Tells a schedule that watches a quantity, such as the validation loss, its value.</summary>
                /// <exception cref="NotSupportedException">The schedule watches nothing.</exception>
                public virtual void step(double current, int? epoch = null) =>
                    throw new NotSupportedException($"{GetType().Name} takes no metric: call step().");

                /// <summary>The learning rates set last, one a group.</summary>
                public IEnumerable<double> get_last_lr() => _last_lrs;

                /// <summary>The learning rates of the epoch, from those before it.</summary>
                protected virtual IEnumerable<double> get_lr() => _optimizer.ParamGroups.Select(group => group.LearningRate);

                /// <summary>The learning rates of the epoch, from its number alone where a formula gives them.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected void Set(IReadOnlyList<double> rates)
                {
                    var groups = Groups;
                    for (int i = 0; i < groups.Count; i++)
                    {
                        Set(groups[i], rates[i], i);
                    }
                    _last_lrs = groups.ConvertAll(group => group.LearningRate);
                }

                private protected void Set(ILearningRateController group, double rate, int index)
                {
                    if (verbose && group.LearningRate != rate)
                    {
                        Console.WriteLine($"Epoch {_last_epoch}: learning rate of group {index} set to {rate}.");
                    }
                    group.LearningRate = rate;
                }

                /// <summary>One value a group, from one for all.</summary>
                private protected static List<T> Spread<T>(IEnumerable<T> values, int groups, string name)
                {
                    var list = values.ToList();
                    return list.Count == groups ? list : throw new ArgumentException($"{name} has {list.Count} values for {groups} parameter groups.", name);
                }
            }

            /// <summary>The schedules' classes; make them with the methods of <see cref="lr_scheduler"/>.</summary>
            public static partial class impl
            {
            }
        }
    }
}
