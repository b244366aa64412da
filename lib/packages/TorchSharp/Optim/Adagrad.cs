using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Adagrad: steps divided by the root of the sum of squared gradients (Duchi et al. 2011).</summary>
    public sealed class Adagrad : OptimizerHelper
    {
        public Adagrad(IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
            : this(new[] { new ParamGroup { Parameters = parameters } }, lr, lr_decay, weight_decay, initial_accumulator_value, eps)
        {
        }

        public Adagrad(IEnumerable<ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
        {
            InRange(nameof(lr), lr, lr >= 0);
            InRange(nameof(lr_decay), lr_decay, lr_decay >= 0);
            InRange(nameof(weight_decay), weight_decay, weight_decay >= 0);
            InRange(nameof(initial_accumulator_value), initial_accumulator_value, initial_accumulator_value >= 0);
            InRange(nameof(eps), eps, eps >= 0);
            _defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                lr_decay = lr_decay,
                weight_decay = weight_decay,
                initial_accumulator_value = initial_accumulator_value,
                eps = eps,
            };
            foreach (var group in parameters)
            {
                add_param_group(group);
            }
        }

        public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Update, closure);

        private void Update(ParamGroup group)
        {
            var options = group.Options;
            using var tensors = new StepTensors<State>(group.All, _state, false).Decayed(options.weight_decay!.Value);
            if (tensors.IsEmpty)
            {
                return;
            }
            foreach (var part in tensors.By(state => state.step))
            {
                Update(part, options);
            }
        }

        private static void Update(StepTensors<State> tensors, Options options)
        {
            double rate = options.LearningRate!.Value / (1 + tensors.States[0].step * options.lr_decay!.Value);
            foreach (var state in tensors.States)
            {
                state.step++;
            }
            var sums = tensors.Each(state => state.sum);
            Foreach.AddProductTo.Invoke(sums, tensors.Gradients, tensors.Gradients, 1);
            var divisor = Foreach.Root.CallList(sums);
            Foreach.AddNumberTo.Invoke(divisor, options.eps!.Value);
            Foreach.AddQuotientTo.Invoke(tensors.Parameters, tensors.Gradients, divisor, -rate);
            Foreach.Dispose(divisor);
        }

        private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

        private protected override void Complete(Modules.ParamGroup group)
        {
            var all = (Options)_defaults;
            group.Options ??= new Options();
            if (group.Options is not Options own)
            {
                throw new ArgumentException($"A parameter group of Adagrad needs Adagrad.Options, not {group.Options.GetType()}.", nameof(group));
            }
            own.LearningRate ??= all.LearningRate;
            own.lr_decay ??= all.lr_decay;
            own.weight_decay ??= all.weight_decay;
            own.initial_accumulator_value ??= all.initial_accumulator_value;
            own.eps ??= all.eps;
            own.InitialLearningRate = own.LearningRate!.Value;
        }

        /// <summary>The options of Adagrad; those left null are taken from the optimizer.</summary>
        public class Options : OptimizerOptions
        {
            public double? lr_decay;
            public double? weight_decay;
            public double? initial_accumulator_value;
            public double? eps;

            public override void SaveStateDict(BinaryWriter writer)
            {
                base.SaveStateDict(writer);
                writer.Write(lr_decay!.Value);
                writer.Write(weight_decay!.Value);
                writer.Write(initial_accumulator_value!.Value);
                writer.Write(eps!.Value);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                base.LoadStateDict(reader);
                lr_decay = reader.ReadDouble();
                weight_decay = reader.ReadDouble();
                initial_accumulator_value = reader.ReadDouble();
                eps = reader.ReadDouble();
            }

            public override void LoadStateDict(OptimizerOptions source)
            {
                base.LoadStateDict(source);
                var other = (Options)source;
                lr_decay = other.lr_decay;
                weight_decay = other.weight_decay;
                initial_accumulator_value = other.initial_accumulator_value;
                eps = other.eps;
            }
        }

        /// <summary>Parameters with options of their own.</summary>
        public class ParamGroup : ParamGroup<Options>
        {
            public ParamGroup()
            {
            }

            public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
            {
            }

            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
                : base(parameters, new Options { LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps })
            {
            }
        }

        /// <summary>The sum of a parameter's squared gradients.</summary>
        public class State : OptimizerState, IDisposable
        {
            public long step;
            public Tensor sum = null!;

            public State(Parameter parameter) : base(parameter)
            {
            }

            public override void Initialize(OptimizerOptions options)
            {
                sum = full_like(_parameter, ((Options)options).initial_accumulator_value!.Value).detach().DetachFromDisposeScope();
            }

            public override void to(Device device)
            {
                sum = StateTensor.Moved(sum, device)!;
            }

            public override void SaveStateDict(BinaryWriter writer)
            {
                writer.Write(step);
                TensorRecord.Write(sum, writer);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                step = reader.ReadInt64();
                sum.Dispose();
                sum = StateTensor.Read(reader, _parameter.device);
            }

            public override void LoadStateDict(OptimizerState source)
            {
                var other = (State)source;
                Dispose();
                step = other.step;
                sum = StateTensor.Copy(other.sum)!;
            }

            public override bool ApproximatelyEquals(OptimizerState other) =>
                other is State state && step == state.step && StateTensor.Close(sum, state.sum);

            public void Dispose()
            {
                sum.Dispose();
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
            /// <summary>Adagrad: steps divided by the root of the sum of squared gradients (Duchi et al. 2011).</summary>
            /// <param name="parameters">What to optimize.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="lr_decay">How fast the learning rate falls.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="initial_accumulator_value">Where the sum of squares starts.</param>
            /// <param name="eps">Added to the denominator.</param>
            public static Modules.Adagrad Adagrad(IEnumerable<Modules.Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) =>
                new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);

            /// <inheritdoc cref="Adagrad(IEnumerable{Modules.Parameter}, double, double, double, double, double)"/>
            public static Modules.Adagrad Adagrad(IEnumerable<(string name, Modules.Parameter parameter)> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) =>
                new(parameters.Select(entry => entry.parameter), lr, lr_decay, weight_decay, initial_accumulator_value, eps);

            /// <inheritdoc cref="Adagrad(IEnumerable{Modules.Parameter}, double, double, double, double, double)"/>
            public static Modules.Adagrad Adagrad(IEnumerable<Modules.Adagrad.ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) =>
                new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);
        }
    }
}
