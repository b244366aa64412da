using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The parameters of RNN, LSTM and GRU: for each layer and direction weight_ih (gates hidden, inputs), weight_hh (gates hidden,
/// hidden), bias_ih and bias_hh (gates hidden), named as PyTorch names them, drawn from U(-1/√hidden, 1/√hidden) in that order.
/// </summary>
internal sealed class RecurrentWeights
{
    private readonly long hidden;
    private readonly long states;
    private readonly bool bias;

    public RecurrentWeights(
        Action<string, Parameter> register, int gates, long inputs, long hidden, long layers, bool bias, bool bidirectional, Device device, ScalarType dtype)
    {
        if (layers < 1)
        {
            throw new ArgumentException($"numLayers must be at least 1, but is {layers}.", nameof(layers));
        }
        this.hidden = hidden;
        this.bias = bias;
        int directions = bidirectional ? 2 : 1;
        states = layers * directions;
        double bound = hidden > 0 ? 1 / Math.Sqrt(hidden) : 0;
        var all = new List<Parameter>();
        for (long layer = 0; layer < layers; layer++)
        {
            long width = layer == 0 ? inputs : hidden * directions;
            foreach (string suffix in bidirectional ? new[] { "", "_reverse" } : new[] { "" })
            {
                Add("weight_ih", gates * hidden, width);
                Add("weight_hh", gates * hidden, hidden);
                if (bias)
                {
                    Add("bias_ih", gates * hidden);
                    Add("bias_hh", gates * hidden);
                }

                void Add(string kind, params long[] shape)
                {
                    var parameter = new Parameter(empty(shape, dtype, device));
                    register($"{kind}_l{layer}{suffix}", parameter);
                    all.Add(parameter);
                }
            }
        }
        Flat = all.ToArray();
        foreach (var parameter in Flat)
        {
            nn.init.uniform_(parameter, -bound, bound);
        }
    }

    /// <summary>All parameters in the order that ATen's fused operators take them.</summary>
    public Parameter[] Flat { get; }

    /// <summary>One kind of parameter (0 weight_ih, 1 weight_hh, 2 bias_ih, 3 bias_hh) of one layer and direction.</summary>
    public Parameter? Of(long index, int kind) => !bias && kind >= 2 ? null : Flat[index * (bias ? 4 : 2) + kind];

    /// <summary>A state of zeros (layers directions, batch, hidden).</summary>
    public Tensor Zeros(long batch, Tensor like) => zeros(new[] { states, batch, hidden }, like.dtype, like.device);

    /// <summary>Copies the parameters into one block of memory; on the CPU there is nothing to gain, so nothing is done.</summary>
    public static void Flatten()
    {
    }

    /// <summary>Refuses an initial state of another shape.</summary>
    /// <exception cref="ArgumentException">The state's shape is not (layers directions, batch, hidden).</exception>
    public void Check(Tensor state, long batch, string name)
    {
        var shape = state.shape;
        if (shape.Length != 3 || shape[0] != states || shape[1] != batch || shape[2] != hidden)
        {
            throw new ArgumentException(
                $"{name} has shape [{string.Join(", ", shape)}], but the layer needs (layers * directions, batch, hidden) = [{states}, {batch}, {hidden}].", name);
        }
    }
}
