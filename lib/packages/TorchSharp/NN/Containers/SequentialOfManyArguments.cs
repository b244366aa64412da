using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules in a row, each taking what the one before gave back; the first takes four arguments.</summary>
public class Sequential<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>
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

    public void Add(nn.Module module) => Add(Count.ToString(), module);

    public void Add(string name, nn.Module sm)
    {
        items.Add(name, sm);
        register_module(name, sm);
    }

    /// <summary>The modules from start to before end, shared with this one.</summary>
    public Sequential<T1, T2, T3, T4, TResult> Slice(int start, int end) => new(items.Slice(start, end));

    public override TResult forward(T1 input1, T2 input2, T3 input3, T4 input4) => (TResult)items.Run(input1, input2, input3, input4)!;
}

/// <summary>Modules in a row, each taking what the one before gave back; the first takes five arguments.</summary>
public class Sequential<T1, T2, T3, T4, T5, TResult> : nn.Module<T1, T2, T3, T4, T5, TResult>
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

    public void Add(nn.Module module) => Add(Count.ToString(), module);

    public void Add(string name, nn.Module sm)
    {
        items.Add(name, sm);
        register_module(name, sm);
    }

    /// <summary>The modules from start to before end, shared with this one.</summary>
    public Sequential<T1, T2, T3, T4, T5, TResult> Slice(int start, int end) => new(items.Slice(start, end));

    public override TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5) => (TResult)items.Run(input1, input2, input3, input4, input5)!;
}

/// <summary>Modules in a row, each taking what the one before gave back; the first takes six arguments.</summary>
public class Sequential<T1, T2, T3, T4, T5, T6, TResult> : nn.Module<T1, T2, T3, T4, T5, T6, TResult>
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

    public void Add(nn.Module module) => Add(Count.ToString(), module);

    public void Add(string name, nn.Module sm)
    {
        items.Add(name, sm);
        register_module(name, sm);
    }

    /// <summary>The modules from start to before end, shared with this one.</summary>
    public Sequential<T1, T2, T3, T4, T5, T6, TResult> Slice(int start, int end) => new(items.Slice(start, end));

    public override TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6) => (TResult)items.Run(input1, input2, input3, input4, input5, input6)!;
}
