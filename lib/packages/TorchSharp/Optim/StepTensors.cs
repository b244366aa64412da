using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The parameters of a group that have a gradient, side by side with gradients and states, so that one native call updates them all.
/// What it makes is disposed with it, not left to the finalizer.
/// </summary>
internal readonly struct StepTensors<TState> : IDisposable where TState : OptimizerState
{
    private static readonly Op Negate = new("aten::_foreach_neg");

    public StepTensors(Parameter[] all, IDictionary<IntPtr, OptimizerState> states, bool maximize)
    {
        var parameters = new Tensor[all.Length];
        var grads = new Tensor[all.Length];
        var found = new TState[all.Length];
        int count = 0;
        foreach (var parameter in all)
        {
            if (parameter.grad is { } grad)
            {
                parameters[count] = parameter;
                grads[count] = Dense(grad);
                found[count++] = (TState)states[parameter.Handle];
            }
        }
        if (count < all.Length)
        {
            Array.Resize(ref parameters, count);
            Array.Resize(ref grads, count);
            Array.Resize(ref found, count);
        }
        Parameters = parameters;
        States = found;
        Gradients = grads;
        if (maximize && count > 0)
        {
            Gradients = Negate.CallList(grads);
            Foreach.Dispose(grads);
        }
    }

    /// <summary>ATen's list operators take no sparse tensors, which an embedding's gradient may be.</summary>
    private static Tensor Dense(Tensor grad)
    {
        if (!grad.is_sparse)
        {
            return grad;
        }
        using (grad)
        {
            return grad.to_dense();
        }
    }

    private StepTensors(Tensor[] parameters, Tensor[] gradients, TState[] states)
    {
        Parameters = parameters;
        Gradients = gradients;
        States = states;
    }

    public Tensor[] Parameters { get; }

    public Tensor[] Gradients { get; }

    public TState[] States { get; }

    public bool IsEmpty => Parameters.Length == 0;

    /// <summary>One of the states' tensors, for every parameter.</summary>
    public Tensor[] Each(Func<TState, Tensor> pick) => Array.ConvertAll(States, state => pick(state));

    /// <summary>Gradients with the parameters' share added, in place of the plain ones.</summary>
    public StepTensors<TState> Decayed(double weightDecay)
    {
        if (weightDecay == 0)
        {
            return this;
        }
        var decayed = Foreach.Add.CallList(Gradients, Parameters, weightDecay);
        Foreach.Dispose(Gradients);
        return new StepTensors<TState>(Parameters, decayed, States);
    }

    /// <summary>Parts of the same key: parameters that have taken as many steps, for corrections that depend on it.</summary>
    public IEnumerable<StepTensors<TState>> By(Func<TState, long> key)
    {
        var states = States;
        long first = key(states[0]);
        if (Array.TrueForAll(states, state => key(state) == first))
        {
            return [this];
        }
        var (parameters, gradients) = (Parameters, Gradients);
        return Enumerable.Range(0, states.Length).GroupBy(i => key(states[i])).Select(part => new StepTensors<TState>(
            part.Select(i => parameters[i]).ToArray(), part.Select(i => gradients[i]).ToArray(), part.Select(i => states[i]).ToArray())).ToList();
    }

    public void Dispose() => Foreach.Dispose(Gradients);
}

/// <summary>ATen's operators over lists of tensors.</summary>
internal static class Foreach
{
    public static readonly Op Add = new("aten::_foreach_add.List"), AddTo = new("aten::_foreach_add_.List"), AddNumberTo = new("aten::_foreach_add_.Scalar");
    public static readonly Op Multiply = new("aten::_foreach_mul.List"), MultiplyNumberTo = new("aten::_foreach_mul_.Scalar"), MultiplyTo = new("aten::_foreach_mul_.List");
    public static readonly Op AddProductTo = new("aten::_foreach_addcmul_.Scalar"), AddQuotientTo = new("aten::_foreach_addcdiv_.Scalar");
    public static readonly Op AddProduct = new("aten::_foreach_addcmul.Scalar");
    public static readonly Op Root = new("aten::_foreach_sqrt"), RootTo = new("aten::_foreach_sqrt_");
    public static readonly Op DivideNumberTo = new("aten::_foreach_div_.Scalar"), DivideTo = new("aten::_foreach_div_.List");
    public static readonly Op AddNumber = new("aten::_foreach_add.Scalar"), LargerTo = new("aten::_foreach_maximum_.List"), ZeroTo = new("aten::_foreach_zero_");

    public static void Dispose(Tensor[] temporaries)
    {
        foreach (var tensor in temporaries)
        {
            tensor.Dispose();
        }
    }
}
