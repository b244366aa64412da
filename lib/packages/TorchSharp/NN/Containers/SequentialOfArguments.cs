using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The base of chains whose forward takes one argument and is written by the class that derives from it.</summary>
public abstract class Sequential<T, TResult> : nn.Module<T, TResult>
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
    public Sequential<T, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T, TResult> append(nn.Module module)
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
    protected virtual Sequential<T, TResult> Slice(int start, int end) =>
        throw new NotSupportedException($"{GetType().Name} cannot be sliced: it does not override Slice.");
}

/// <summary>The base of chains whose forward takes two arguments and is written by the class that derives from it.</summary>
public abstract class Sequential<T1, T2, TResult> : nn.Module<T1, T2, TResult>
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
    public Sequential<T1, T2, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, TResult> append(nn.Module module)
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
    protected virtual Sequential<T1, T2, TResult> Slice(int start, int end) =>
        throw new NotSupportedException($"{GetType().Name} cannot be sliced: it does not override Slice.");
}

/// <summary>The base of chains whose forward takes three arguments and is written by the class that derives from it.</summary>
public abstract class Sequential<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
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
    public Sequential<T1, T2, T3, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, T3, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, TResult> append(nn.Module module)
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
    protected virtual Sequential<T1, T2, T3, TResult> Slice(int start, int end) =>
        throw new NotSupportedException($"{GetType().Name} cannot be sliced: it does not override Slice.");
}
