using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Helpers over many parameters at once.</summary>
        public static partial class utils
        {
            private static readonly Op Norms = new("aten::_foreach_norm.Scalar"), Stack = new("aten::stack"), VectorNorm = new("aten::linalg_vector_norm");
            private static readonly Op Max = new("aten::max"), Abs = new("aten::abs"), Scale = new("aten::_foreach_mul_.Scalar"), Clamp = new("aten::clamp_");

            /// <summary>
            /// Scales all gradients down, in place, so that their norm taken together does not exceed <paramref name="max_norm"/>.
            /// </summary>
            /// <param name="tensors">The parameters; those without a gradient do not count.</param>
            /// <param name="max_norm">The largest norm allowed.</param>
            /// <param name="norm_type">The p of the norm; infinity is the largest size of an element.</param>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                var grads = tensors.Select(parameter => parameter.grad).OfType<Tensor>().ToArray();
                if (grads.Length == 0)
                {
                    return 0;
                }
                double total = double.IsPositiveInfinity(norm_type)
                    ? Max.Call(Stack.Call(grads.Select(grad => Max.Call(Abs.Call(grad))).ToArray())).ToDouble()
                    : VectorNorm.Call(Stack.Call(Norms.CallList(grads, norm_type)), norm_type).ToDouble();
                double factor = max_norm / (total + 1e-6);
                if (factor < 1)
                {
                    Scale.Invoke(grads, factor);
                }
                return total;
            }

            /// <summary>Cuts every gradient's elements off at -clip_value and clip_value, in place.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var _ = no_grad();
                foreach (var parameter in tensors)
                {
                    using var grad = parameter.grad;
                    if (grad is not null)
                    {
                        Clamp.Invoke(grad, -clip_value, clip_value);
                    }
                }
            }

            /// <summary>All parameters, one after the other, as one vector that gradients flow through.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return scope.MoveToOuter(cat(tensors.Select(parameter => parameter.reshape(-1)).ToList(), 0));
            }

            /// <summary>Copies consecutive pieces of a vector into the parameters.</summary>
            /// <exception cref="ArgumentException">The vector's length is not the number of the parameters' elements.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                var all = tensors.ToArray();
                long wanted = all.Sum(parameter => parameter.numel());
                if (vec.numel() != wanted)
                {
                    throw new ArgumentException($"The vector has {vec.numel()} elements, but the parameters {wanted}.", nameof(vec));
                }
                using var mode = no_grad();
                using var scope = NewDisposeScope();
                long from = 0;
                foreach (var parameter in all)
                {
                    long length = parameter.numel();
                    InPlace.Copy(parameter, vec.narrow(0, from, length).reshape(parameter.shape));
                    from += length;
                }
            }
        }
    }
}
