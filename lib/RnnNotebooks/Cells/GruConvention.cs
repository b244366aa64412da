namespace RnnNotebooks.Cells;

/// <summary>
/// What an open update gate does. Both are called GRU, and their gates mean opposite things.
/// <para>Taught in notebooks/04-lstm-from-scratch.ipynb</para>
/// </summary>
public enum UpdateGate
{
    /// <summary>h' = z ∘ h + (1 − z) ∘ c: open keeps the state. Cho et al. (2014), TensorFlow, Keras, PyTorch.</summary>
    KeepsState,

    /// <summary>h' = (1 − z) ∘ h + z ∘ c: open takes the candidate. Chung et al. (2014), Lasagne.</summary>
    TakesCandidate,
}

/// <summary>
/// Where the reset gate acts.
/// <para>Taught in notebooks/04-lstm-from-scratch.ipynb</para>
/// </summary>
public enum ResetGate
{
    /// <summary>c = tanh(x Wx + (r ∘ h) Wh + b). Cho et al. (2014), TensorFlow's GRUCell, Lasagne.</summary>
    BeforeProduct,

    /// <summary>c = tanh(x Wx + b + r ∘ (h Wh + bh)). cuDNN, PyTorch, Keras since version 2: one product does for all gates.</summary>
    AfterProduct,
}
