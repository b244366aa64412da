using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module without parameters and buffers, such as an activation.</summary>
public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>
{
    protected ParameterLessModule(string name) : base(name)
    {
    }
}

/// <summary>A module without parameters and buffers, such as an activation.</summary>
public abstract class ParameterLessModule<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    protected ParameterLessModule(string name) : base(name)
    {
    }
}

/// <summary>A module without parameters and buffers, such as an activation.</summary>
public abstract class ParameterLessModule<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    protected ParameterLessModule(string name) : base(name)
    {
    }
}

/// <summary>A module without parameters and buffers, such as an activation.</summary>
public abstract class ParameterLessModule<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>
{
    protected ParameterLessModule(string name) : base(name)
    {
    }
}

/// <summary>A module without parameters and buffers, such as an activation.</summary>
public abstract class ParameterLessModule<T1, T2, T3, T4, T5, TResult> : nn.Module<T1, T2, T3, T4, T5, TResult>
{
    protected ParameterLessModule(string name) : base(name)
    {
    }
}

/// <summary>A module without parameters and buffers, such as an activation.</summary>
public abstract class ParameterLessModule<T1, T2, T3, T4, T5, T6, TResult> : nn.Module<T1, T2, T3, T4, T5, T6, TResult>
{
    protected ParameterLessModule(string name) : base(name)
    {
    }
}
