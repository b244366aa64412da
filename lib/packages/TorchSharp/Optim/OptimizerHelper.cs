using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the optimizers share: groups, state by parameter, and files of both.</summary>
/// <remarks>
/// A file holds the class' name, the number of groups and of states (<see cref="LittleEndianBase128"/>), each group's options as
/// doubles and booleans, then each parameter's state.
/// </remarks>
public abstract class OptimizerHelper : optim.Optimizer
{
    protected OptimizerOptions _defaults = null!;
    protected OrderedDict<IntPtr, OptimizerState> _state = new();

    private bool disposed;

    /// <summary>Adds parameters with options of their own; options left open are the optimizer's.</summary>
    /// <exception cref="ArgumentException">There is no parameter, or one is in another group already.</exception>
    public override void add_param_group(ParamGroup param_group)
    {
        if (param_group.All.Length == 0)
        {
            throw new ArgumentException("The optimizer got no parameters. Does the model call RegisterComponents()?", nameof(param_group));
        }
        Complete(param_group);
        foreach (var parameter in param_group.All)
        {
            if (_state.ContainsKey(parameter.Handle))
            {
                throw new ArgumentException("A parameter is in the optimizer twice.", nameof(param_group));
            }
            var state = NewState(parameter);
            state.Initialize(param_group.Options);
            _state[parameter.Handle] = state;
        }
        _parameter_groups.Add(param_group);
    }

    /// <summary>The state of the optimizer: its own objects, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var dict = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            dict.Options.Add(group.Options);
            var indices = new List<int>();
            foreach (var parameter in group.All)
            {
                indices.Add(dict.State.Count);
                dict.State.Add(_state[parameter.Handle]);
            }
            dict.StateIndexRef.Add(indices);
        }
        return dict;
    }

    /// <summary>Copies the state of another optimizer of the same class over as many groups and parameters.</summary>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        Same("parameter groups", state_dict.Options.Count, own.Options.Count);
        Same("parameters", state_dict.State.Count, own.State.Count);
        if (state_dict.Options.Zip(own.Options).FirstOrDefault(pair => pair.First.GetType() != pair.Second.GetType()) is { First: { } other })
        {
            throw new ArgumentException($"The state is that of {other.GetType().DeclaringType?.Name}, but the optimizer is {GetType().Name}.", nameof(state_dict));
        }
        for (int i = 0; i < own.Options.Count; i++)
        {
            if (!ReferenceEquals(own.Options[i], state_dict.Options[i]))
            {
                own.Options[i].LoadStateDict(state_dict.Options[i]);
            }
        }
        for (int i = 0; i < own.State.Count; i++)
        {
            if (!ReferenceEquals(own.State[i], state_dict.State[i]))
            {
                own.State[i].LoadStateDict(state_dict.State[i]);
            }
        }
    }

    /// <summary>Writes the options and the state to a file.</summary>
    public void save_state_dict(string location)
    {
        using var stream = File.Create(location);
        using var writer = new BinaryWriter(stream);
        save_state_dict(writer);
    }

    /// <inheritdoc cref="save_state_dict(string)"/>
    public void save_state_dict(BinaryWriter writer)
    {
        var own = state_dict();
        writer.Write(GetType().Name);
        writer.Encode(own.Options.Count);
        writer.Encode(own.State.Count);
        foreach (var options in own.Options)
        {
            options.SaveStateDict(writer);
        }
        foreach (var state in own.State)
        {
            state.SaveStateDict(writer);
        }
        writer.Flush();
    }

    /// <summary>Reads the options and the state from a file.</summary>
    /// <exception cref="InvalidDataException">The file is another optimizer's, damaged, or ends too early.</exception>
    public void load_state_dict(string location)
    {
        using var stream = File.OpenRead(location);
        using var reader = new BinaryReader(stream);
        load_state_dict(reader);
    }

    /// <inheritdoc cref="load_state_dict(string)"/>
    public void load_state_dict(BinaryReader reader)
    {
        try
        {
            string name = reader.ReadString();
            if (name != GetType().Name)
            {
                throw new InvalidDataException($"The file holds the state of '{name}', but the optimizer is {GetType().Name}.");
            }
            var own = state_dict();
            Same("parameter groups", reader.Decode(), own.Options.Count);
            Same("parameters", reader.Decode(), own.State.Count);
            foreach (var options in own.Options)
            {
                options.LoadStateDict(reader);
            }
            foreach (var state in own.State)
            {
                state.LoadStateDict(reader);
            }
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("The file ends too early: it is damaged or was not written to its end.");
        }
    }

    /// <summary>Moves the state to a device.</summary>
    public void to(Device device)
    {
        foreach (var state in _state.Values)
        {
            state.to(device);
        }
    }

    /// <summary>Runs the closure with gradients, then <paramref name="body"/> for each group without.</summary>
    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null) where T : ParamGroup
    {
        Tensor? loss = null;
        if (loss_closure is not null)
        {
            using var _ = enable_grad();
            loss = loss_closure();
        }
        using (no_grad())
        {
            foreach (var group in _parameter_groups)
            {
                body((T)group);
            }
        }
        return loss;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !disposed)
        {
            disposed = true;
            foreach (var state in _state.Values)
            {
                (state as IDisposable)?.Dispose();
            }
            _state.Clear();
        }
        base.Dispose(disposing);
    }

    /// <summary>Fills a group's open options with the optimizer's.</summary>
    private protected abstract void Complete(ParamGroup group);

    private protected abstract OptimizerState NewState(Parameter parameter);

    private protected static void InRange(string name, double value, bool right)
    {
        if (!right)
        {
            throw new ArgumentException($"{name} cannot be {value}.", name);
        }
    }

    private protected static InvalidOperationException SeveralGroups(string property) =>
        new($"{property} differs between parameter groups: read or set it on the groups.");

    private static void Same(string what, long given, int own)
    {
        if (given != own)
        {
            throw new ArgumentException($"The state is that of {given} {what}, but the optimizer has {own}.");
        }
    }
}
