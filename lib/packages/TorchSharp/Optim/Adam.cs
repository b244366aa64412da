using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Adam: steps scaled by averages of gradients and of their squares (Kingma and Ba 2015).</summary>
    public sealed class Adam : OptimizerHelper, optim.IBetas
    {
        public Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : this(new[] { new ParamGroup { Parameters = parameters } }, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
        {
        }

        public Adam(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        {
            _defaults = Options.Checked(new Options
            {
                LearningRate = lr,
                beta1 = beta1,
                beta2 = beta2,
                eps = eps,
                weight_decay = weight_decay,
                amsgrad = amsgrad,
                maximize = maximize,
            });
            foreach (var group in parameters)
            {
                add_param_group(group);
            }
        }

        /// <summary>The decay rates of all groups.</summary>
        public (double, double) Betas
        {
            get => _parameter_groups.Cast<ParamGroup>().Select(group => group.Betas).Distinct().Take(2).ToArray() is [var one]
                ? one
                : throw SeveralGroups(nameof(Betas));
            set
            {
                foreach (var group in _parameter_groups.Cast<ParamGroup>())
                {
                    group.Betas = value;
                }
            }
        }

        public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Update, closure);

        private void Update(ParamGroup group)
        {
            var options = group.Options;
            using var tensors = new StepTensors<State>(group.All, _state, options.maximize!.Value).Decayed(options.weight_decay!.Value);
            if (tensors.IsEmpty)
            {
                return;
            }
            foreach (var part in tensors.By(state => state.step))
            {
                Update(part, options);
            }
        }

        /// <summary>One step of parameters that have made the same number of steps before; AdamW's as well, after its decay.</summary>
        internal static void Update(StepTensors<State> tensors, Options options)
        {
            double rate = options.LearningRate!.Value, beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
            long step = 0;
            foreach (var state in tensors.States)
            {
                step = ++state.step;
            }
            var mean = tensors.Each(state => state.exp_avg);
            var square = tensors.Each(state => state.exp_avg_sq);
            Foreach.MultiplyNumberTo.Invoke(mean, beta1);
            Foreach.AddTo.Invoke(mean, tensors.Gradients, 1 - beta1);
            Foreach.MultiplyNumberTo.Invoke(square, beta2);
            Foreach.AddProductTo.Invoke(square, tensors.Gradients, tensors.Gradients, 1 - beta2);
            if (options.amsgrad!.Value)
            {
                var largest = tensors.Each(state => state.max_exp_avg_sq ??= state.Zeros());
                Foreach.LargerTo.Invoke(largest, square);
                square = largest;
            }
            var divisor = Foreach.Root.CallList(square);
            Foreach.DivideNumberTo.Invoke(divisor, Math.Sqrt(1 - Math.Pow(beta2, step)));
            Foreach.AddNumberTo.Invoke(divisor, options.eps!.Value);
            Foreach.AddQuotientTo.Invoke(tensors.Parameters, mean, divisor, -rate / (1 - Math.Pow(beta1, step)));
            Foreach.Dispose(divisor);
        }

        private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

        private protected override void Complete(Modules.ParamGroup group)
        {
            var all = (Options)_defaults;
            group.Options ??= new Options();
            if (group.Options is not Options own)
            {
                throw new ArgumentException($"A parameter group of Adam needs Adam.Options, not {group.Options.GetType()}.", nameof(group));
            }
            own.CompleteFrom(all);
        }

        /// <summary>The options of Adam; those left null are taken from the optimizer.</summary>
        public class Options : OptimizerOptions
        {
            public double? beta1;
            public double? beta2;
            public double? eps;
            public double? weight_decay;
            public bool? amsgrad;
            public bool? maximize;

            /// <summary>Checks what an optimizer is made with.</summary>
            internal static T Checked<T>(T options) where T : Options
            {
                InRange("lr", options.LearningRate!.Value, options.LearningRate >= 0);
                InRange(nameof(beta1), options.beta1!.Value, options.beta1 is >= 0 and < 1);
                InRange(nameof(beta2), options.beta2!.Value, options.beta2 is >= 0 and < 1);
                InRange(nameof(eps), options.eps!.Value, options.eps >= 0);
                InRange(nameof(weight_decay), options.weight_decay!.Value, options.weight_decay >= 0);
                options.InitialLearningRate = options.LearningRate.Value;
                return options;
            }

            /// <summary>Takes what is left open from the optimizer's own options.</summary>
            internal void CompleteFrom(Options all)
            {
                LearningRate ??= all.LearningRate;
                beta1 ??= all.beta1;
                beta2 ??= all.beta2;
                eps ??= all.eps;
                weight_decay ??= all.weight_decay;
                amsgrad ??= all.amsgrad;
                maximize ??= all.maximize;
                InitialLearningRate = LearningRate!.Value;
            }

            public override void SaveStateDict(BinaryWriter writer)
            {
                base.SaveStateDict(writer);
                writer.Write(beta1!.Value);
                writer.Write(beta2!.Value);
                writer.Write(eps!.Value);
                writer.Write(weight_decay!.Value);
                writer.Write(amsgrad!.Value);
                writer.Write(maximize!.Value);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                base.LoadStateDict(reader);
                beta1 = reader.ReadDouble();
                beta2 = reader.ReadDouble();
                eps = reader.ReadDouble();
                weight_decay = reader.ReadDouble();
                amsgrad = reader.ReadBoolean();
                maximize = reader.ReadBoolean();
            }

            public override void LoadStateDict(OptimizerOptions source)
            {
                base.LoadStateDict(source);
                var other = (Options)source;
                beta1 = other.beta1;
                beta2 = other.beta2;
                eps = other.eps;
                weight_decay = other.weight_decay;
                amsgrad = other.amsgrad;
                maximize = other.maximize;
            }
        }

        /// <summary>Parameters with options of their own.</summary>
        public class ParamGroup : ParamGroup<Options>, optim.IBetas
        {
            public ParamGroup()
            {
            }

            public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
            {
            }

            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
                : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize })
            {
            }

            public (double, double) Betas
            {
                get => (Options.beta1!.Value, Options.beta2!.Value);
                set => (Options.beta1, Options.beta2) = value;
            }
        }

        /// <summary>Averages of a parameter's gradients and of their squares.</summary>
        public class State : OptimizerState, IDisposable
        {
            public long step;
            public Tensor exp_avg = null!;
            public Tensor exp_avg_sq = null!;
            public Tensor? max_exp_avg_sq;

            public State(Parameter parameter) : base(parameter)
            {
            }

            public override void Initialize(OptimizerOptions options)
            {
                exp_avg = Zeros();
                exp_avg_sq = Zeros();
                max_exp_avg_sq = ((Options)options).amsgrad == true ? Zeros() : null;
            }

            public override void to(Device device)
            {
                exp_avg = StateTensor.Moved(exp_avg, device)!;
                exp_avg_sq = StateTensor.Moved(exp_avg_sq, device)!;
                max_exp_avg_sq = StateTensor.Moved(max_exp_avg_sq, device);
            }

            public override void SaveStateDict(BinaryWriter writer)
            {
                writer.Write(step);
                TensorRecord.Write(exp_avg, writer);
                TensorRecord.Write(exp_avg_sq, writer);
                SaveConditionalStateTensor(writer, max_exp_avg_sq);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                step = reader.ReadInt64();
                exp_avg.Dispose();
                exp_avg = StateTensor.Read(reader, _parameter.device);
                exp_avg_sq.Dispose();
                exp_avg_sq = StateTensor.Read(reader, _parameter.device);
                LoadConditionalStateTensor(reader, ref max_exp_avg_sq, _parameter.device);
            }

            public override void LoadStateDict(OptimizerState source)
            {
                var other = (State)source;
                Dispose();
                step = other.step;
                exp_avg = StateTensor.Copy(other.exp_avg)!;
                exp_avg_sq = StateTensor.Copy(other.exp_avg_sq)!;
                max_exp_avg_sq = StateTensor.Copy(other.max_exp_avg_sq);
            }

            public override bool ApproximatelyEquals(OptimizerState other) =>
                other is State state && step == state.step && StateTensor.Close(exp_avg, state.exp_avg) && StateTensor.Close(exp_avg_sq, state.exp_avg_sq) && StateTensor.Close(max_exp_avg_sq, state.max_exp_avg_sq);

            public void Dispose()
            {
                exp_avg.Dispose();
                exp_avg_sq.Dispose();
                max_exp_avg_sq?.Dispose();
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Adam: steps scaled by averages of gradients and of their squares (Kingma and Ba 2015).</summary>
            /// <param name="parameters">What to optimize.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="beta1">The decay rate of the gradients' average.</param>
            /// <param name="beta2">The decay rate of the squared gradients' average.</param>
            /// <param name="eps">Added to the denominator.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="amsgrad">Whether the largest average so far is used (Reddi et al. 2018).</param>
            /// <param name="maximize">Whether the loss grows instead of shrinking.</param>
            public static Modules.Adam Adam(IEnumerable<Modules.Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <inheritdoc cref="Adam(IEnumerable{Modules.Parameter}, double, double, double, double, double, bool, bool)"/>
            public static Modules.Adam Adam(IEnumerable<(string name, Modules.Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters.Select(entry => entry.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <inheritdoc cref="Adam(IEnumerable{Modules.Parameter}, double, double, double, double, double, bool, bool)"/>
            public static Modules.Adam Adam(IEnumerable<Modules.Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}
