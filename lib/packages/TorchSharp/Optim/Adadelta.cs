using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Adadelta: steps scaled by the ratio of the averages of earlier steps and gradients (Zeiler 2012).</summary>
    public sealed class Adadelta : OptimizerHelper
    {
        public Adadelta(IEnumerable<Parameter> parameters, double lr, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
            : this(new[] { new ParamGroup { Parameters = parameters } }, lr, rho, eps, weight_decay, maximize)
        {
        }

        public Adadelta(IEnumerable<ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
        {
            InRange(nameof(lr), lr, lr >= 0);
            InRange(nameof(rho), rho, rho is >= 0 and <= 1);
            InRange(nameof(eps), eps, eps >= 0);
            InRange(nameof(weight_decay), weight_decay, weight_decay >= 0);
            _defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                rho = rho,
                eps = eps,
                weight_decay = weight_decay,
                maximize = maximize,
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
            using var tensors = new StepTensors<State>(group.All, _state, options.maximize!.Value).Decayed(options.weight_decay!.Value);
            if (tensors.IsEmpty)
            {
                return;
            }
            double rho = options.rho!.Value, eps = options.eps!.Value;
            foreach (var state in tensors.States)
            {
                state.step++;
            }
            var square = tensors.Each(state => state.square_avg);
            var steps = tensors.Each(state => state.acc_delta);
            Foreach.MultiplyNumberTo.Invoke(square, rho);
            Foreach.AddProductTo.Invoke(square, tensors.Gradients, tensors.Gradients, 1 - rho);
            var divisor = Foreach.AddNumber.CallList(square, eps);
            Foreach.RootTo.Invoke(divisor);
            var delta = Foreach.AddNumber.CallList(steps, eps);
            Foreach.RootTo.Invoke(delta);
            Foreach.DivideTo.Invoke(delta, divisor);
            Foreach.MultiplyTo.Invoke(delta, tensors.Gradients);
            Foreach.MultiplyNumberTo.Invoke(steps, rho);
            Foreach.AddProductTo.Invoke(steps, delta, delta, 1 - rho);
            Foreach.AddTo.Invoke(tensors.Parameters, delta, -options.LearningRate!.Value);
            Foreach.Dispose(divisor);
            Foreach.Dispose(delta);
        }

        private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

        private protected override void Complete(Modules.ParamGroup group)
        {
            var all = (Options)_defaults;
            group.Options ??= new Options();
            if (group.Options is not Options own)
            {
                throw new ArgumentException($"A parameter group of Adadelta needs Adadelta.Options, not {group.Options.GetType()}.", nameof(group));
            }
            own.LearningRate ??= all.LearningRate;
            own.rho ??= all.rho;
            own.eps ??= all.eps;
            own.weight_decay ??= all.weight_decay;
            own.maximize ??= all.maximize;
            own.InitialLearningRate = own.LearningRate!.Value;
        }

        /// <summary>The options of Adadelta; those left null are taken from the optimizer.</summary>
        public class Options : OptimizerOptions
        {
            public double? rho;
            public double? eps;
            public double? weight_decay;
            public bool? maximize;

            public override void SaveStateDict(BinaryWriter writer)
            {
                base.SaveStateDict(writer);
                writer.Write(rho!.Value);
                writer.Write(eps!.Value);
                writer.Write(weight_decay!.Value);
                writer.Write(maximize!.Value);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                base.LoadStateDict(reader);
                rho = reader.ReadDouble();
                eps = reader.ReadDouble();
                weight_decay = reader.ReadDouble();
                maximize = reader.ReadBoolean();
            }

            public override void LoadStateDict(OptimizerOptions source)
            {
                base.LoadStateDict(source);
                var other = (Options)source;
                rho = other.rho;
                eps = other.eps;
                weight_decay = other.weight_decay;
                maximize = other.maximize;
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

            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
                : base(parameters, new Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize })
            {
            }
        }

        /// <summary>Averages of a parameter's squared gradients and steps.</summary>
        public class State : OptimizerState, IDisposable
        {
            public long step;
            public Tensor square_avg = null!;
            public Tensor acc_delta = null!;

            public State(Parameter parameter) : base(parameter)
            {
            }

            public override void Initialize(OptimizerOptions options)
            {
                square_avg = Zeros();
                acc_delta = Zeros();
            }

            public override void to(Device device)
            {
                square_avg = StateTensor.Moved(square_avg, device)!;
                acc_delta = StateTensor.Moved(acc_delta, device)!;
            }

            public override void SaveStateDict(BinaryWriter writer)
            {
                writer.Write(step);
                TensorRecord.Write(square_avg, writer);
                TensorRecord.Write(acc_delta, writer);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                step = reader.ReadInt64();
                square_avg.Dispose();
                square_avg = StateTensor.Read(reader, _parameter.device);
                acc_delta.Dispose();
                acc_delta = StateTensor.Read(reader, _parameter.device);
            }

            public override void LoadStateDict(OptimizerState source)
            {
                var other = (State)source;
                Dispose();
                step = other.step;
                square_avg = StateTensor.Copy(other.square_avg)!;
                acc_delta = StateTensor.Copy(other.acc_delta)!;
            }

            public override bool ApproximatelyEquals(OptimizerState other) =>
                other is State state && step == state.step && StateTensor.Close(square_avg, state.square_avg) && StateTensor.Close(acc_delta, state.acc_delta);

            public void Dispose()
            {
                square_avg.Dispose();
                acc_delta.Dispose();
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
            /// <summary>Adadelta: steps scaled by the ratio of the averages of earlier steps and gradients (Zeiler 2012).</summary>
            /// <param name="parameters">What to optimize.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="rho">The decay rate of the averages.</param>
            /// <param name="eps">Added to the denominator.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="maximize">Whether the loss grows instead of shrinking.</param>
            public static Modules.Adadelta Adadelta(IEnumerable<Modules.Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) =>
                new(parameters, lr, rho, eps, weight_decay, maximize);

            /// <inheritdoc cref="Adadelta(IEnumerable{Modules.Parameter}, double, double, double, double, bool)"/>
            public static Modules.Adadelta Adadelta(IEnumerable<(string name, Modules.Parameter parameter)> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) =>
                new(parameters.Select(entry => entry.parameter), lr, rho, eps, weight_decay, maximize);

            /// <inheritdoc cref="Adadelta(IEnumerable{Modules.Parameter}, double, double, double, double, bool)"/>
            public static Modules.Adadelta Adadelta(IEnumerable<Modules.Adadelta.ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) =>
                new(parameters, lr, rho, eps, weight_decay, maximize);
        }
    }
}
