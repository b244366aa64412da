namespace TorchSharp;

/// <summary>How a matrix of distances is computed; see torch.cdist.</summary>
public enum compute_mode
{
    use_mm_for_euclid_dist_if_necessary = 0,
    use_mm_for_euclid_dist = 1,
    donot_use_mm_for_euclid_dist = 2
}

/// <summary>The order of the grids that torch.meshgrid makes.</summary>
public enum indexing
{
    ij,
    xy
}

/// <summary>What happens when an operator is not deterministic.</summary>
public enum DebugMode
{
    @default,
    warn
}

public static partial class torch
{
    /// <summary>How a quotient is rounded: not at all, towards zero, or down.</summary>
    public enum RoundingMode
    {
        None,
        trunc,
        floor
    }

    private static string? Rounding(RoundingMode mode) => mode == RoundingMode.None ? null : mode.ToString();
}
