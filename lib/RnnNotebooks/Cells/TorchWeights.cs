using static TorchSharp.torch;

namespace RnnNotebooks.Cells;

/// <summary>
/// Moves weights between these cells and PyTorch's layers. PyTorch keeps the transposed matrices, (gates · hidden, features), and two
/// biases that are only ever added; the gates of an LSTM come in the same order here and there.
/// </summary>
internal static class TorchWeights
{
    public static void Read(nn.Module from, int layer, Tensor wx, Tensor wh, Tensor b)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        wx.copy_(Named(from, $"weight_ih_l{layer}").t()); // (features, gates · hidden)
        wh.copy_(Named(from, $"weight_hh_l{layer}").t()); // (hidden, gates · hidden)
        b.copy_(Named(from, $"bias_ih_l{layer}") + Named(from, $"bias_hh_l{layer}")); // (gates · hidden)
    }

    public static void Write(nn.Module to, Tensor wx, Tensor wh, Tensor b, Tensor? recurrentBias = null)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        Named(to, "weight_ih_l0").copy_(wx.t()); // (gates · hidden, features)
        Named(to, "weight_hh_l0").copy_(wh.t()); // (gates · hidden, hidden)
        Named(to, "bias_ih_l0").copy_(b); // (gates · hidden)
        var second = Named(to, "bias_hh_l0");
        if (recurrentBias is null)
            second.zero_();
        else
            second.copy_(recurrentBias);
    }

    /// <summary>A weight of a built-in layer, by the name that PyTorch gives it.</summary>
    /// <exception cref="ArgumentException">The module has no such weight.</exception>
    public static Tensor Named(nn.Module module, string name) => module.get_parameter(name)
        ?? throw new ArgumentException($"{module.GetName()} has no weight {name}; give it nn.RNN, nn.LSTM or nn.GRU with that layer and with biases.", nameof(module));
}
