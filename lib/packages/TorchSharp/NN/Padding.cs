namespace TorchSharp;

/// <summary>Named paddings of a convolution.</summary>
public enum Padding
{
    /// <summary>None: the output shrinks.</summary>
    Valid = 0,

    /// <summary>As much as keeps the input's size; the stride must be one.</summary>
    Same = 1,
}

/// <summary>What padding elements hold.</summary>
public enum PaddingModes
{
    Zeros = 0,
    Reflect = 1,
    Replicate = 2,
    Circular = 3,
    Constant = 4,
}
