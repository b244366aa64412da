using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Stochastic gradient descent, with momentum if wanted (Sutskever et al. 2013).</summary>
    public sealed class SGD : OptimizerHelper, optim.IMomentum
    {
        public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false, bool maximize = false)
            : this(new[] { new ParamGroup { Parameters = parameters } }, lr, momentum, dampening, weight_decay, nesterov, maximize)
        {
        }

        public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false, bool maximize = false)
        {
            InRange(nameof(lr), lr, lr >= 0);
            InRange(nameof(momentum), momentum, momentum >= 0);
            InRange(nameof(weight_decay), weight_decay, weight_decay >= 0);
            if (nesterov && (momentum <= 0 || dampening != 0))
            {
                throw new ArgumentException("Nesterov's method needs a momentum above zero and no dampening.", nameof(nesterov));
            }
            _defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                momentum = momentum,
                dampening = dampening,
                weight_decay = weight_decay,
                nesterov = nesterov,
                maximize = maximize,
            };
            foreach (var group in parameters)
            {
                add_param_group(group);
            }
        }

        /// <summary>The momentum of all groups.</summary>
        public double Momentum
        {
            get => _parameter_groups.Cast<ParamGroup>().Select(group => group.Momentum).Distinct().Take(2).ToArray() is [var one]
                ? one
                : throw SeveralGroups(nameof(Momentum));
            set
            {
                foreach (var group in _parameter_groups.Cast<ParamGroup>())
                {
                    group.Momentum = value;
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
            double rate = -options.LearningRate!.Value;
            double momentum = options.momentum!.Value;
            if (momentum == 0)
            {
                Foreach.AddTo.Invoke(tensors.Parameters, tensors.Gradients, rate);
                return;
            }
            foreach (var part in tensors.By(state => state.momentum_buffer is null ? 0 : 1))
            {
                UpdateWithMomentum(part, rate, momentum, 1 - options.dampening!.Value, options.nesterov!.Value);
            }
        }

        private static void UpdateWithMomentum(StepTensors<State> tensors, double rate, double momentum, double share, bool nesterov)
        {
            if (tensors.States[0].momentum_buffer is null)
            {
                for (int i = 0; i < tensors.States.Length; i++)
                {
                    tensors.States[i].momentum_buffer = StateTensor.Copy(tensors.Gradients[i]);
                }
            }
            else
            {
                var earlier = tensors.Each(state => state.momentum_buffer!);
                Foreach.MultiplyNumberTo.Invoke(earlier, momentum);
                Foreach.AddTo.Invoke(earlier, tensors.Gradients, share);
            }
            var buffers = tensors.Each(state => state.momentum_buffer!);
            if (nesterov)
            {
                var ahead = Foreach.Add.CallList(tensors.Gradients, buffers, momentum);
                Foreach.AddTo.Invoke(tensors.Parameters, ahead, rate);
                Foreach.Dispose(ahead);
            }
            else
            {
                Foreach.AddTo.Invoke(tensors.Parameters, buffers, rate);
            }
        }

        private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

        private protected override void Complete(Modules.ParamGroup group)
        {
            var all = (Options)_defaults;
            group.Options ??= new Options();
            if (group.Options is not Options own)
            {
                throw new ArgumentException($"A parameter group of SGD needs SGD.Options, not {group.Options.GetType()}.", nameof(group));
            }
            own.LearningRate ??= all.LearningRate;
            own.momentum ??= all.momentum;
            own.dampening ??= all.dampening;
            own.weight_decay ??= all.weight_decay;
            own.nesterov ??= all.nesterov;
            own.maximize ??= all.maximize;
            own.InitialLearningRate = own.LearningRate!.Value;
        }

        /// <summary>The options of SGD; those left null are taken from the optimizer.</summary>
        public class Options : OptimizerOptions
        {
            public double? momentum;
            public double? dampening;
            public double? weight_decay;
            public bool? nesterov;
            public bool? maximize;

            public override void SaveStateDict(BinaryWriter writer)
            {
                base.SaveStateDict(writer);
                writer.Write(momentum!.Value);
                writer.Write(dampening!.Value);
                writer.Write(weight_decay!.Value);
                writer.Write(nesterov!.Value);
                writer.Write(maximize!.Value);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                base.LoadStateDict(reader);
                momentum = reader.ReadDouble();
                dampening = reader.ReadDouble();
                weight_decay = reader.ReadDouble();
                nesterov = reader.ReadBoolean();
                maximize = reader.ReadBoolean();
            }

            public override void LoadStateDict(OptimizerOptions source)
            {
                base.LoadStateDict(source);
                var other = (Options)source;
                momentum = other.momentum;
                dampening = other.dampening;
                weight_decay = other.weight_decay;
                nesterov = other.nesterov;
                maximize = other.maximize;
            }
        }

        /// <summary>Parameters with options of their own.</summary>
        public class ParamGroup : ParamGroup<Options>, optim.IMomentum
        {
            public ParamGroup()
            {
            }

            public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
            {
            }

            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false, bool maximize = false)
                : base(parameters, new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
            {
            }

            public double Momentum
            {
                get => Options.momentum!.Value;
                set => Options.momentum = value;
            }
        }

        /// <summary>The running sum of a parameter's gradients.</summary>
        public class State : OptimizerState, IDisposable
        {
            public Tensor? momentum_buffer;

            public State(Parameter parameter) : base(parameter)
            {
            }

            public override void Initialize(OptimizerOptions options)
            {
                momentum_buffer = null;
            }

            public override void to(Device device)
            {
                momentum_buffer = StateTensor.Moved(momentum_buffer, device);
            }

            public override void SaveStateDict(BinaryWriter writer)
            {
                SaveConditionalStateTensor(writer, momentum_buffer);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                LoadConditionalStateTensor(reader, ref momentum_buffer, _parameter.device);
            }

            public override void LoadStateDict(OptimizerState source)
            {
                var other = (State)source;
                Dispose();
                momentum_buffer = StateTensor.Copy(other.momentum_buffer);
            }

            public override bool ApproximatelyEquals(OptimizerState other) =>
                other is State state && StateTensor.Close(momentum_buffer, state.momentum_buffer);

            public void Dispose()
            {
                momentum_buffer?.Dispose();
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
            /// <summary>Stochastic gradient descent, with momentum if wanted (Sutskever et al. 2013).</summary>
            /// <param name="parameters">What to optimize.</param>
            /// <param name="learningRate">The learning rate.</param>
            /// <param name="momentum">The weight of earlier gradients.</param>
            /// <param name="dampening">How much less a new gradient counts in the momentum.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="nesterov">Whether the gradient is taken ahead of the momentum's step.</param>
            /// <param name="maximize">Whether the loss grows instead of shrinking.</param>
            public static Modules.SGD SGD(IEnumerable<Modules.Parameter> parameters, double learningRate, double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <inheritdoc cref="SGD(IEnumerable{Modules.Parameter}, double, double, double, double, bool, bool)"/>
            public static Modules.SGD SGD(IEnumerable<(string name, Modules.Parameter parameter)> parameters, double learningRate, double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false, bool maximize = false) =>
                new(parameters.Select(entry => entry.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <inheritdoc cref="SGD(IEnumerable{Modules.Parameter}, double, double, double, double, bool, bool)"/>
            public static Modules.SGD SGD(IEnumerable<Modules.SGD.ParamGroup> parameters, double learningRate, double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}
