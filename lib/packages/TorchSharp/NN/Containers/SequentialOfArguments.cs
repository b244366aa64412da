using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules in a row, each taking what the one before gave back; the first takes one argument.</summary>
public class Sequential<T, TResult> : nn.Module<T, TResult>
{
    private readonly SequentialItems items = new();

    public Sequential(params (string name, nn.Module submodule)[] modules) : base("Sequential")
    {
        foreach (var (name, module) in modules)
        {
            Add(name, module);
        }
    }

    public Sequential(params nn.Module[] modules) : base("Sequential")
    {
        foreach (var module in modules)
        {
            Add(module);
        }
    }

    public int Count => items.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => items[index].Module;

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

    public void Add(nn.Module module) => Add(Count.ToString(), module);

    public void Add(string name, nn.Module sm)
    {
        items.Add(name, sm);
        register_module(name, sm);
    }

    /// <summary>The modules from start to before end, shared with this one.</summary>
    public Sequential<T, TResult> Slice(int start, int end) => new(items.Slice(start, end));

    public override TResult forward(T input) => (TResult)items.Run(input)!;
}

/// <summary>Modules in a row, each taking what the one before gave back; the first takes two arguments.</summary>
public class Sequential<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    private readonly SequentialItems items = new();

    public Sequential(params (string name, nn.Module submodule)[] modules) : base("Sequential")
    {
        foreach (var (name, module) in modules)
        {
            Add(name, module);
        }
    }

    public Sequential(params nn.Module[] modules) : base("Sequential")
    {
        foreach (var module in modules)
        {
            Add(module);
        }
    }

    public int Count => items.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => items[index].Module;

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

    public void Add(nn.Module module) => Add(Count.ToString(), module);

    public void Add(string name, nn.Module sm)
    {
        items.Add(name, sm);
        register_module(name, sm);
    }

    /// <summary>The modules from start to before end, shared with this one.</summary>
    public Sequential<T1, T2, TResult> Slice(int start, int end) => new(items.Slice(start, end));

    public override TResult forward(T1 input1, T2 input2) => (TResult)items.Run(input1, input2)!;
}

/// <summary>Modules in a row, each taking what the one before gave back; the first takes three arguments.</summary>
public class Sequential<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    private readonly SequentialItems items = new();

    public Sequential(params (string name, nn.Module submodule)[] modules) : base("Sequential")
    {
        foreach (var (name, module) in modules)
        {
            Add(name, module);
        }
    }

    public Sequential(params nn.Module[] modules) : base("Sequential")
    {
        foreach (var module in modules)
        {
            Add(module);
        }
    }

    public int Count => items.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => items[index].Module;

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

    public void Add(nn.Module module) => Add(Count.ToString(), module);

    public void Add(string name, nn.Module sm)
    {
        items.Add(name, sm);
        register_module(name, sm);
    }

    /// <summary>The modules from start to before end, shared with this one.</summary>
    public Sequential<T1, T2, T3, TResult> Slice(int start, int end) => new(items.Slice(start, end));

    public override TResult forward(T1 input1, T2 input2, T3 input3) => (TResult)items.Run(input1, input2, input3)!;
}
