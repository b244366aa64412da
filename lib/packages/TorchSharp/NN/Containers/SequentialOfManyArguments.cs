using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The base of chains whose forward takes four arguments and is written by the class that derives from it.</summary>
public abstract class Sequential<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>
{
    private readonly List<nn.Module> items = new();

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base("Sequential")
    {
        foreach (var (name, module) in modules)
        {
            Add(name, module);
        }
    }

    protected Sequential(params nn.Module[] modules) : base("Sequential")
    {
        foreach (var module in modules)
        {
            Add(module);
        }
    }

    public int Count => items.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => items[index];

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, T3, T4, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, T4, TResult> append(nn.Module module)
    {
        Add(module);
        return this;
    }

    protected void Add(nn.Module module) => Add(Count.ToString(), module);

    protected void Add(string name, nn.Module sm)
    {
        register_module(name, sm);
        items.Add(sm);
    }

    /// <summary>The modules from start to before end; a class that can be sliced overrides this.</summary>
    protected virtual Sequential<T1, T2, T3, T4, TResult> Slice(int start, int end) =>
        throw new NotSupportedException($"{GetType().Name} cannot be sliced: it does not override Slice.");
}

/// <summary>The base of chains whose forward takes five arguments and is written by the class that derives from it.</summary>
public abstract class Sequential<T1, T2, T3, T4, T5, TResult> : nn.Module<T1, T2, T3, T4, T5, TResult>
{
    private readonly List<nn.Module> items = new();

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base("Sequential")
    {
        foreach (var (name, module) in modules)
        {
            Add(name, module);
        }
    }

    protected Sequential(params nn.Module[] modules) : base("Sequential")
    {
        foreach (var module in modules)
        {
            Add(module);
        }
    }

    public int Count => items.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => items[index];

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, T3, T4, T5, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, T4, T5, TResult> append(nn.Module module)
    {
        Add(module);
        return this;
    }

    protected void Add(nn.Module module) => Add(Count.ToString(), module);

    protected void Add(string name, nn.Module sm)
    {
        register_module(name, sm);
        items.Add(sm);
    }

    /// <summary>The modules from start to before end; a class that can be sliced overrides this.</summary>
    protected virtual Sequential<T1, T2, T3, T4, T5, TResult> Slice(int start, int end) =>
        throw new NotSupportedException($"{GetType().Name} cannot be sliced: it does not override Slice.");
}

/// <summary>The base of chains whose forward takes six arguments and is written by the class that derives from it.</summary>
public abstract class Sequential<T1, T2, T3, T4, T5, T6, TResult> : nn.Module<T1, T2, T3, T4, T5, T6, TResult>
{
    private readonly List<nn.Module> items = new();

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base("Sequential")
    {
        foreach (var (name, module) in modules)
        {
            Add(name, module);
        }
    }

    protected Sequential(params nn.Module[] modules) : base("Sequential")
    {
        foreach (var module in modules)
        {
            Add(module);
        }
    }

    public int Count => items.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => items[index];

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, T6, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, T6, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, T3, T4, T5, T6, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, T4, T5, T6, TResult> append(nn.Module module)
    {
        Add(module);
        return this;
    }

    protected void Add(nn.Module module) => Add(Count.ToString(), module);

    protected void Add(string name, nn.Module sm)
    {
        register_module(name, sm);
        items.Add(sm);
    }

    /// <summary>The modules from start to before end; a class that can be sliced overrides this.</summary>
    protected virtual Sequential<T1, T2, T3, T4, T5, T6, TResult> Slice(int start, int end) =>
        throw new NotSupportedException($"{GetType().Name} cannot be sliced: it does not override Slice.");
}
