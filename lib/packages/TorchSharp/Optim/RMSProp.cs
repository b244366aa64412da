using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>RMSProp: steps divided by the root of the squared gradients' average (Hinton 2012).</summary>
    public sealed class RMSProp : OptimizerHelper, optim.IMomentum
    {
        public RMSProp(IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
            : this(new[] { new ParamGroup { Parameters = parameters } }, lr, alpha, eps, weight_decay, momentum, centered, maximize)
        {
        }

        public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
        {
            InRange(nameof(lr), lr, lr >= 0);
            InRange(nameof(alpha), alpha, alpha >= 0);
            InRange(nameof(eps), eps, eps >= 0);
            InRange(nameof(weight_decay), weight_decay, weight_decay >= 0);
            InRange(nameof(momentum), momentum, momentum >= 0);
            _defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                alpha = alpha,
                eps = eps,
                weight_decay = weight_decay,
                momentum = momentum,
                centered = centered,
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
            double alpha = options.alpha!.Value, rate = -options.LearningRate!.Value;
            foreach (var state in tensors.States)
            {
                state.step++;
            }
            var square = tensors.Each(state => state.square_avg);
            Foreach.MultiplyNumberTo.Invoke(square, alpha);
            Foreach.AddProductTo.Invoke(square, tensors.Gradients, tensors.Gradients, 1 - alpha);
            var divisor = options.centered!.Value ? Centered(tensors, square, alpha) : Foreach.Root.CallList(square);
            Foreach.AddNumberTo.Invoke(divisor, options.eps!.Value);
            if (options.momentum!.Value > 0)
            {
                var buffers = tensors.Each(state => state.momentum_buffer ??= state.Zeros());
                Foreach.MultiplyNumberTo.Invoke(buffers, options.momentum.Value);
                Foreach.AddQuotientTo.Invoke(buffers, tensors.Gradients, divisor, 1);
                Foreach.AddTo.Invoke(tensors.Parameters, buffers, rate);
            }
            else
            {
                Foreach.AddQuotientTo.Invoke(tensors.Parameters, tensors.Gradients, divisor, rate);
            }
            Foreach.Dispose(divisor);
        }

        private static Tensor[] Centered(StepTensors<State> tensors, Tensor[] square, double alpha)
        {
            var mean = tensors.Each(state => state.grad_avg ??= state.Zeros());
            Foreach.MultiplyNumberTo.Invoke(mean, alpha);
            Foreach.AddTo.Invoke(mean, tensors.Gradients, 1 - alpha);
            var divisor = Foreach.AddProduct.CallList(square, mean, mean, -1);
            Foreach.RootTo.Invoke(divisor);
            return divisor;
        }

        private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

        private protected override void Complete(Modules.ParamGroup group)
        {
            var all = (Options)_defaults;
            group.Options ??= new Options();
            if (group.Options is not Options own)
            {
                throw new ArgumentException($"A parameter group of RMSProp needs RMSProp.Options, not {group.Options.GetType()}.", nameof(group));
            }
            own.LearningRate ??= all.LearningRate;
            own.alpha ??= all.alpha;
            own.eps ??= all.eps;
            own.weight_decay ??= all.weight_decay;
            own.momentum ??= all.momentum;
            own.centered ??= all.centered;
            own.maximize ??= all.maximize;
            own.InitialLearningRate = own.LearningRate!.Value;
        }

        /// <summary>The options of RMSProp; those left null are taken from the optimizer.</summary>
        public class Options : OptimizerOptions
        {
            public double? alpha;
            public double? eps;
            public double? weight_decay;
            public double? momentum;
            public bool? centered;
            public bool? maximize;

            public override void SaveStateDict(BinaryWriter writer)
            {
                base.SaveStateDict(writer);
                writer.Write(alpha!.Value);
                writer.Write(eps!.Value);
                writer.Write(weight_decay!.Value);
                writer.Write(momentum!.Value);
                writer.Write(centered!.Value);
                writer.Write(maximize!.Value);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                base.LoadStateDict(reader);
                alpha = reader.ReadDouble();
                eps = reader.ReadDouble();
                weight_decay = reader.ReadDouble();
                momentum = reader.ReadDouble();
                centered = reader.ReadBoolean();
                maximize = reader.ReadBoolean();
            }

            public override void LoadStateDict(OptimizerOptions source)
            {
                base.LoadStateDict(source);
                var other = (Options)source;
                alpha = other.alpha;
                eps = other.eps;
                weight_decay = other.weight_decay;
                momentum = other.momentum;
                centered = other.centered;
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

            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.01, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0, double momentum = 0, bool centered = false)
                : base(parameters, new Options { LearningRate = lr, eps = eps, alpha = alpha, weight_decay = weight_decay, momentum = momentum, centered = centered })
            {
            }

            public double Momentum
            {
                get => Options.momentum!.Value;
                set => Options.momentum = value;
            }
        }

        /// <summary>The average of a parameter's squared gradients, and what the options need besides.</summary>
        public class State : OptimizerState, IDisposable
        {
            public long step;
            public Tensor square_avg = null!;
            public Tensor? momentum_buffer;
            public Tensor? grad_avg;

            public State(Parameter parameter) : base(parameter)
            {
            }

            public override void Initialize(OptimizerOptions options)
            {
                square_avg = Zeros();
            }

            public override void to(Device device)
            {
                square_avg = StateTensor.Moved(square_avg, device)!;
                momentum_buffer = StateTensor.Moved(momentum_buffer, device);
                grad_avg = StateTensor.Moved(grad_avg, device);
            }

            public override void SaveStateDict(BinaryWriter writer)
            {
                writer.Write(step);
                TensorRecord.Write(square_avg, writer);
                SaveConditionalStateTensor(writer, momentum_buffer);
                SaveConditionalStateTensor(writer, grad_avg);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                step = reader.ReadInt64();
                square_avg.Dispose();
                square_avg = StateTensor.Read(reader, _parameter.device);
                LoadConditionalStateTensor(reader, ref momentum_buffer, _parameter.device);
                LoadConditionalStateTensor(reader, ref grad_avg, _parameter.device);
            }

            public override void LoadStateDict(OptimizerState source)
            {
                var other = (State)source;
                Dispose();
                step = other.step;
                square_avg = StateTensor.Copy(other.square_avg)!;
                momentum_buffer = StateTensor.Copy(other.momentum_buffer);
                grad_avg = StateTensor.Copy(other.grad_avg);
            }

            public override bool ApproximatelyEquals(OptimizerState other) =>
                other is State state && step == state.step && StateTensor.Close(square_avg, state.square_avg) && StateTensor.Close(momentum_buffer, state.momentum_buffer) && StateTensor.Close(grad_avg, state.grad_avg);

            public void Dispose()
            {
                square_avg.Dispose();
                momentum_buffer?.Dispose();
                grad_avg?.Dispose();
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
            /// <summary>RMSProp: steps divided by the root of the squared gradients' average (Hinton 2012).</summary>
            /// <param name="parameters">What to optimize.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="alpha">The decay rate of the squared gradients' average.</param>
            /// <param name="eps">Added to the denominator.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="momentum">The weight of earlier gradients.</param>
            /// <param name="centered">Whether the gradients' mean is subtracted from the squares.</param>
            /// <param name="maximize">Whether the loss grows instead of shrinking.</param>
            public static Modules.RMSProp RMSProp(IEnumerable<Modules.Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

            /// <inheritdoc cref="RMSProp(IEnumerable{Modules.Parameter}, double, double, double, double, double, bool, bool)"/>
            public static Modules.RMSProp RMSProp(IEnumerable<(string name, Modules.Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters.Select(entry => entry.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

            /// <inheritdoc cref="RMSProp(IEnumerable{Modules.Parameter}, double, double, double, double, double, bool, bool)"/>
            public static Modules.RMSProp RMSProp(IEnumerable<Modules.RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
        }
    }
}
