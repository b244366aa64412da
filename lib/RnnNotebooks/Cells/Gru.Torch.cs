using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Cells;

public sealed partial class Gru
{
    /// <summary>
    /// The cell that computes what one layer of PyTorch's GRU does: the update gate keeps the state, the reset comes after the product.
    /// PyTorch's gates come in the order reset, update, candidate.
    /// </summary>
    /// <param name="gru">One direction, with biases.</param>
    /// <param name="inputSize">Its features.</param>
    /// <param name="hiddenSize">Its units.</param>
    /// <param name="layer">Which layer, from 0.</param>
    public static Gru FromTorch(nn.Module gru, int inputSize, int hiddenSize, int layer = 0)
    {
        var cell = new Gru(inputSize, hiddenSize, reset: ResetGate.AfterProduct);
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        TorchWeights.Read(gru, layer, cell.Wx, cell.Wh, cell.B);
        foreach (var weight in (Tensor[])[cell.Wx, cell.Wh, cell.B])
            weight.copy_(cell.Swapped(weight));
        // only the candidate's second bias lies inside the reset product; the others were added up
        cell.B.narrow(0, 2 * hiddenSize, hiddenSize).copy_(TorchWeights.Named(gru, $"bias_ih_l{layer}").narrow(0, 2 * hiddenSize, hiddenSize));
        cell.Bh!.copy_(TorchWeights.Named(gru, $"bias_hh_l{layer}").narrow(0, 2 * hiddenSize, hiddenSize));
        return cell;
    }

    /// <summary>PyTorch's GRU with the same weights, batch first.</summary>
    /// <exception cref="InvalidOperationException">PyTorch's GRU cannot compute this convention.</exception>
    public GRU ToTorch()
    {
        if (Bh is null)
            throw new InvalidOperationException("PyTorch's GRU resets after the product; build this cell with ResetGate.AfterProduct to convert it.");
        var gru = nn.GRU(InputSize, HiddenSize, batchFirst: true);
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var (wx, wh, b) = (Wx.detach().clone(), Wh.detach().clone(), B.detach().clone());
        if (Update == UpdateGate.TakesCandidate)
        {
            // 1 − σ(a) = σ(−a): the other convention is the same gate with the opposite sign
            foreach (var weight in (Tensor[])[wx, wh, b])
                weight.narrow(-1, 0, HiddenSize).neg_();
        }

        var recurrent = cat([zeros([2L * HiddenSize], b.dtype, b.device), Bh], 0); // (3 · hidden)
        TorchWeights.Write(gru, Swapped(wx), Swapped(wh), Swapped(b), recurrent);
        return gru;
    }

    /// <summary>The first two gates change places, (…, 3 · hidden).</summary>
    private Tensor Swapped(Tensor weight)
    {
        var gates = weight.split(HiddenSize, -1); // (…, hidden) each
        return cat([gates[1], gates[0], gates[2]], -1);
    }
}
