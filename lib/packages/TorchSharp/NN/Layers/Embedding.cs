using TorchSharp.Interop;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A learned vector for each index.</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private static readonly Op Lookup = new("aten::embedding"), Renormalize = new("aten::embedding_renorm_");

        private readonly long padding;
        private readonly double? max_norm;
        private readonly double norm_type;
        private readonly bool scale_grad_by_freq;
        private readonly bool sparse;

        [ComponentName(Name = nameof(weight))]
        private Parameter _weight;

        internal Embedding(
            Func<ScalarType, Device, Parameter> weight, long num_embeddings, long? padding_idx, double? max_norm, double norm_type,
            bool scale_grad_by_freq, bool sparse, Device? device, ScalarType? dtype) : base(nameof(Embedding))
        {
            (device, var type) = GetDefaultDeviceAndType(device, dtype);
            if (padding_idx is { } index && (index < -num_embeddings || index >= num_embeddings))
            {
                throw new ArgumentException($"The padding index {index} is not one of the {num_embeddings} embeddings.", nameof(padding_idx));
            }
            padding = padding_idx is < 0 ? padding_idx.Value + num_embeddings : padding_idx ?? -1;
            this.max_norm = max_norm;
            this.norm_type = norm_type;
            this.scale_grad_by_freq = scale_grad_by_freq;
            this.sparse = sparse;
            _weight = weight(type, device);
            RegisterComponents();
        }

        /// <summary>(embeddings, features)</summary>
        public Parameter weight
        {
            get => _weight;
            set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
        }

        /// <summary>Looks the vectors up.</summary>
        /// <param name="input">Indices (…) as int64 or int32.</param>
        /// <returns>(…, features)</returns>
        public override Tensor forward(Tensor input)
        {
            if (max_norm is { } limit)
            {
                using var _ = no_grad();
                Renormalize.Invoke(_weight, input, limit, norm_type);
            }
            return Lookup.Call(_weight, input, padding, scale_grad_by_freq, sparse);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A table of learned vectors, looked up by index.</summary>
            /// <param name="num_embeddings">How many vectors.</param>
            /// <param name="embedding_dims">The size of a vector.</param>
            /// <param name="padding_idx">An index whose vector starts at zero and is not trained.</param>
            /// <param name="max_norm">Vectors that are looked up and longer than this are shortened to it, in place.</param>
            /// <param name="norm_type">The p of that norm.</param>
            /// <param name="scale_grad_by_freq">Whether gradients are divided by how often the index occurs in the batch.</param>
            /// <param name="sparse">Whether the weight's gradient is a sparse tensor.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static Modules.Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                return new Modules.Embedding(Start, num_embeddings, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, device, dtype);

                Modules.Parameter Start(ScalarType type, Device where)
                {
                    var table = init.normal_(empty(new[] { num_embeddings, embedding_dims }, type, where));
                    if (padding_idx is { } index)
                    {
                        using var row = Ops.Call("aten::select.int", table, 0L, index);
                        Ops.Invoke("aten::zero_", row);
                    }
                    return new Modules.Parameter(table);
                }
            }

            /// <summary>An embedding that starts from these vectors.</summary>
            /// <param name="embeddings">(embeddings, features)</param>
            /// <param name="freeze">Whether they are kept as they are.</param>
            /// <param name="padding_idx">An index whose vector is not trained.</param>
            /// <param name="max_norm">Vectors that are looked up and longer than this are shortened to it, in place.</param>
            /// <param name="norm_type">The p of that norm.</param>
            /// <param name="scale_grad_by_freq">Whether gradients are divided by how often the index occurs in the batch.</param>
            /// <param name="sparse">Whether the weight's gradient is a sparse tensor.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static Modules.Embedding Embedding_from_pretrained(
                Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                if (embeddings.ndim != 2)
                {
                    throw new ArgumentException($"The embeddings must be a matrix (embeddings, features), but have {embeddings.ndim} axes.", nameof(embeddings));
                }
                return new Modules.Embedding(
                    (_, where) => new Modules.Parameter(embeddings.to(dtype ?? embeddings.dtype, where, copy: true).detach(), !freeze),
                    embeddings.shape[0], padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, device ?? embeddings.device, dtype);
            }
        }
    }
}
