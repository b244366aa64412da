using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Microsoft.DotNet.Interactive;

/// <summary>The kernels of a composite kernel, found by name, alias or address.</summary>
public class KernelCollection(CompositeKernel compositeKernel) : IEnumerable<Kernel>
{
    private readonly Lock _gate = new();
    private Kernel[] _kernels = [];

    public int Count => _kernels.Length;

    public bool TryGetByAlias(string alias, [NotNullWhen(true)] out Kernel? kernel) =>
        (kernel = Array.Find(_kernels, one => one.Answers(alias))) is not null;

    public bool TryGetByUri(Uri uri, [NotNullWhen(true)] out Kernel? kernel) =>
        (kernel = compositeKernel.KernelInfo.Uri == uri ? compositeKernel : Array.Find(_kernels, one => one.KernelInfo.Uri == uri)) is not null;

    public IEnumerator<Kernel> GetEnumerator() => ((IEnumerable<Kernel>)_kernels).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(Kernel kernel)
    {
        lock (_gate)
        {
            _kernels = [.. _kernels, kernel];
        }
    }
}
