using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Options of a group of parameters.</summary>
public class OptimizerOptions
{
    /// <summary>The learning rate now; null until the group is added, for the optimizer's.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate that schedulers start from.</summary>
    public double InitialLearningRate { get; set; }

    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
    }

    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
    }

    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
    }
}

/// <summary>Parameters that share options.</summary>
public class ParamGroup : optim.ILearningRateController
{
    private Parameter[] all = Array.Empty<Parameter>();

    public ParamGroup()
    {
    }

    /// <summary>The parameters, as they were when this was set: a query such as <c>model.parameters()</c> runs once.</summary>
    public IEnumerable<Parameter> Parameters
    {
        get => all;
        set => all = value.ToArray();
    }

    public OptimizerOptions Options { get; set; } = null!;

    public double LearningRate
    {
        get => Options.LearningRate!.Value;
        set => Options.LearningRate = value;
    }

    public double InitialLearningRate
    {
        get => Options.InitialLearningRate;
        set => Options.InitialLearningRate = value;
    }

    internal Parameter[] All => all;

    internal bool HasSchedule { get; set; }
}

/// <summary>Parameters that share options of one optimizer's type.</summary>
public class ParamGroup<TOptions> : ParamGroup where TOptions : OptimizerOptions
{
    public ParamGroup()
    {
    }

    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
    {
        Parameters = parameters;
        Options = options!;
    }

    public new TOptions Options
    {
        get => (TOptions)base.Options;
        set => base.Options = value;
    }
}

/// <summary>What an optimizer remembers about one parameter.</summary>
public abstract class OptimizerState
{
    protected Parameter _parameter;

    public OptimizerState(Parameter parameter)
    {
        _parameter = parameter;
    }

    /// <summary>Makes the tensors that these options need.</summary>
    public virtual void Initialize(OptimizerOptions options)
    {
    }

    public abstract void SaveStateDict(BinaryWriter writer);

    public abstract void LoadStateDict(BinaryReader reader);

    /// <summary>Takes over a copy of another optimizer's state.</summary>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Whether another state holds nearly the same numbers.</summary>
    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    public virtual void to(Device device)
    {
    }

    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        if (tensor is not null)
        {
            TensorRecord.Write(tensor, writer);
        }
    }

    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device)
    {
        result?.Dispose();
        result = reader.ReadBoolean() ? StateTensor.Read(reader, device) : null;
    }

    internal Tensor Zeros() => zeros_like(_parameter).DetachFromDisposeScope();
}

/// <summary>Tensors that optimizers keep from step to step, outside every dispose scope.</summary>
internal static class StateTensor
{
    public static Tensor Read(BinaryReader reader, Device device)
    {
        var tensor = TensorRecord.Read(reader).DetachFromDisposeScope();
        return Moved(tensor, device)!;
    }

    public static Tensor? Copy(Tensor? source) => source?.detach().clone().DetachFromDisposeScope();

    /// <summary>The tensor on another device; the old one is disposed unless it is there already.</summary>
    public static Tensor? Moved(Tensor? tensor, Device device)
    {
        if (tensor is null || tensor.device_type == device.type)
        {
            return tensor;
        }
        var moved = tensor.to(device).DetachFromDisposeScope();
        tensor.Dispose();
        return moved;
    }

    public static bool Close(Tensor? one, Tensor? other) => one is null || other is null ? one is null && other is null : one.allclose(other);
}
