using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Starting values for parameters; each function fills its argument in place and gives it back.</summary>
        public static partial class init
        {
            private static readonly Op Uniform = new("aten::uniform_"), Normal = new("aten::normal_"), Fill = new("aten::fill_.Scalar");

            /// <summary>Which side of a layer the variance is kept for.</summary>
            public enum FanInOut
            {
                FanIn,
                FanOut,
            }

            /// <summary>What follows the layer.</summary>
            public enum NonlinearityType
            {
                Linear = 0,
                Conv1D = 1,
                Conv2D = 2,
                Conv3D = 3,
                Sigmoid = 4,
                ReLU = 5,
                LeakyReLU = 6,
                Tanh = 7,
                ConvTranspose1D = 8,
                ConvTranspose2D = 9,
                ConvTranspose3D = 10,
            }

            /// <summary>The factor that makes up for a non-linearity's effect on the variance.</summary>
            /// <param name="nonlinearity">What follows the layer.</param>
            /// <param name="param">The slope below zero of a leaky ReLU.</param>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + Math.Pow(param, 2))),
                _ => 1.0,
            };

            /// <summary>How many inputs and outputs a weight (outputs, inputs, kernel…) connects.</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two axes.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                {
                    throw new ArgumentException($"Fan in and fan out need at least two axes, but the tensor has {shape.Length}.", nameof(tensor));
                }
                long field = 1;
                foreach (long size in shape.AsSpan(2))
                {
                    field *= size;
                }
                return (shape[1] * field, shape[0] * field);
            }

            /// <summary>U(low, high).</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
            {
                using var _ = no_grad();
                Uniform.Invoke(tensor, low, high, generator);
                return tensor;
            }

            /// <summary>N(mean, std²).</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null)
            {
                using var _ = no_grad();
                Normal.Invoke(tensor, mean, std, generator);
                return tensor;
            }

            /// <summary>N(mean, std²), cut off at a and b.</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null)
            {
                using var _ = no_grad();
                // Inverse of the distribution function at uniform values between those of the bounds.
                double low = NormalCdf((a - mean) / std), high = NormalCdf((b - mean) / std);
                Uniform.Invoke(tensor, 2 * low - 1, 2 * high - 1, generator);
                Ops.Invoke("aten::erfinv_", tensor);
                Ops.Invoke("aten::mul_.Scalar", tensor, std * Math.Sqrt(2));
                Ops.Invoke("aten::add_.Scalar", tensor, mean);
                Ops.Invoke("aten::clamp_", tensor, a, b);
                return tensor;
            }

            public static Tensor constant_(Tensor tensor, Scalar val)
            {
                using var _ = no_grad();
                Fill.Invoke(tensor, val);
                return tensor;
            }

            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>The identity matrix.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length != 2)
                {
                    throw new ArgumentException($"eye_ needs a matrix, but the tensor has {shape.Length} axes.", nameof(tensor));
                }
                using var _ = no_grad();
                Ops.Invoke("aten::eye.m_out", shape[0], shape[1], tensor);
                return tensor;
            }

            /// <summary>U(-b, b) with b = gain √(6 / (fan in + fan out)) (Glorot and Bengio 2010).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                double bound = Math.Sqrt(3.0) * (gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>N(0, gain² 2 / (fan in + fan out)) (Glorot and Bengio 2010).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return normal_(tensor, 0, gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
            }

            /// <inheritdoc cref="xavier_uniform_"/>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            /// <inheritdoc cref="xavier_normal_"/>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            /// <summary>U(-b, b) with b = gain √(3 / fan) (He et al. 2015).</summary>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                double bound = Math.Sqrt(3.0) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>N(0, gain² / fan) (He et al. 2015).</summary>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>A matrix with orthogonal rows or columns, whichever are fewer, times gain (Saxe et al. 2013).</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                {
                    throw new ArgumentException($"orthogonal_ needs at least two axes, but the tensor has {shape.Length}.", nameof(tensor));
                }
                using var mode = no_grad();
                using var scope = NewDisposeScope();
                long rows = shape[0], columns = tensor.numel() / rows;
                var flat = Ops.Call("aten::empty_like", tensor);
                flat = flat.reshape(rows, columns);
                Normal.Invoke(flat, 0.0, 1.0);
                if (rows < columns)
                {
                    flat = flat.t();
                }
                var (q, r) = Ops.Call2("aten::linalg_qr", flat);
                q *= r.diag().sign(); // makes the distribution uniform
                if (rows < columns)
                {
                    q = q.t();
                }
                InPlace.Copy(tensor, (q * gain).reshape(shape));
                return tensor;
            }

            /// <summary>N(0, std²) with this share of each column zero (Martens 2010).</summary>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                var shape = tensor.shape;
                if (shape.Length != 2)
                {
                    throw new ArgumentException($"sparse_ needs a matrix, but the tensor has {shape.Length} axes.", nameof(tensor));
                }
                using var mode = no_grad();
                Normal.Invoke(tensor, 0.0, std);
                long zeroed = (long)Math.Ceiling(sparsity * shape[0]);
                for (long column = 0; column < shape[1]; column++)
                {
                    using var scope = NewDisposeScope();
                    var rows = randperm(shape[0], device: tensor.device);
                    tensor.select(1, column).index_fill_(0, rows.narrow(0, 0, zeroed), 0);
                }
                return tensor;
            }

            /// <summary>A convolution that hands its input on: ones at the kernel's middle for as many channels as there are.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length is < 3 or > 5)
                {
                    throw new ArgumentException($"dirac_ needs three to five axes, but the tensor has {shape.Length}.", nameof(tensor));
                }
                using var mode = no_grad();
                using var scope = NewDisposeScope();
                zeros_(tensor);
                for (long channel = 0; channel < Math.Min(shape[0], shape[1]); channel++)
                {
                    var at = tensor.select(0, channel).select(0, channel);
                    for (int axis = 2; axis < shape.Length; axis++)
                    {
                        at = at.select(0, shape[axis] / 2);
                    }
                    Fill.Invoke(at, 1);
                }
                return tensor;
            }

            /// <summary>The weights of a new linear or convolution layer: U(-1/√fan in, 1/√fan in).</summary>
            internal static Tensor KaimingOfLayer(Tensor weight) => kaiming_uniform_(weight, Math.Sqrt(5));

            /// <summary>The bias of a new linear or convolution layer: the same distribution as the weights'.</summary>
            internal static Tensor BiasOfLayer(Tensor bias, long fanIn)
            {
                double bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
                return uniform_(bias, -bound, bound);
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double NormalCdf(double x)
            {
                using var value = tensor(x / Math.Sqrt(2), ScalarType.Float64);
                using var erf = Ops.Call("aten::erf", value);
                return (1 + erf.item<double>()) / 2;
            }
        }
    }
}
