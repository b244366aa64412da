using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The base of losses over two tensors.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base("Loss")
    {
        this.reduction = reduction;
    }

    /// <summary>What is done with the values of the batch.</summary>
    public nn.Reduction reduction { get; }
}

/// <summary>The base of losses over three tensors.</summary>
public abstract class Loss<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base("Loss")
    {
        this.reduction = reduction;
    }

    /// <inheritdoc cref="Loss{T1,T2,TResult}.reduction"/>
    public nn.Reduction reduction { get; }
}

/// <summary>The base of losses over four tensors.</summary>
public abstract class Loss<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>
{
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base("Loss")
    {
        this.reduction = reduction;
    }

    /// <inheritdoc cref="Loss{T1,T2,TResult}.reduction"/>
    public nn.Reduction reduction { get; }
}

/// <summary>The base of losses over two tensors with a weight a class or element.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    public WeightedLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
    {
        this.weight = weight;
    }

    /// <summary>The weights, or null when all are one.</summary>
    public Tensor? weight { get; }
}
