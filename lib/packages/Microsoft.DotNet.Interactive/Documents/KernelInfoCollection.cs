using System.Collections;

namespace Microsoft.DotNet.Interactive.Documents;

/// <summary>The kernels that a document uses, one of a name.</summary>
public class KernelInfoCollection : ICollection<KernelInfo>
{
    private readonly List<KernelInfo> kernels = [];

    public int Count => kernels.Count;

    public bool IsReadOnly => false;

    /// <summary>The kernel of cells that name none.</summary>
    public string? DefaultKernelName { get; set; }

    /// <summary>Adds a kernel; one of the same name is replaced.</summary>
    public void Add(KernelInfo kernelInfo)
    {
        ArgumentNullException.ThrowIfNull(kernelInfo);
        int index = kernels.FindIndex(kernel => kernel.Name == kernelInfo.Name);
        if (index < 0)
        {
            kernels.Add(kernelInfo);
        }
        else
        {
            kernels[index] = kernelInfo;
        }
    }

    public void AddRange(IEnumerable<KernelInfo> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        foreach (KernelInfo kernelInfo in collection)
        {
            Add(kernelInfo);
        }
    }

    public void Clear() => kernels.Clear();

    public KernelInfoCollection Clone()
    {
        KernelInfoCollection clone = new() { DefaultKernelName = DefaultKernelName };
        clone.AddRange(kernels);
        return clone;
    }

    public bool Contains(KernelInfo kernelInfo)
    {
        ArgumentNullException.ThrowIfNull(kernelInfo);
        return kernels.Exists(kernel => kernel.Name == kernelInfo.Name);
    }

    public bool Contains(string nameOrAlias) =>
        kernels.Exists(kernel => kernel.Name == nameOrAlias || kernel.Aliases.Contains(nameOrAlias));

    public void CopyTo(KernelInfo[] array, int arrayIndex) => kernels.CopyTo(array, arrayIndex);

    public bool Remove(KernelInfo item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return kernels.RemoveAll(kernel => kernel.Name == item.Name) > 0;
    }

    IEnumerator<KernelInfo> IEnumerable<KernelInfo>.GetEnumerator() => kernels.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => kernels.GetEnumerator();
}
