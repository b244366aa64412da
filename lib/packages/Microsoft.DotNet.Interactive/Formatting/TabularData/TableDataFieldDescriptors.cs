using System.Collections;

namespace Microsoft.DotNet.Interactive.Formatting.TabularData;

/// <summary>The columns, in order and by name.</summary>
public class TableDataFieldDescriptors : IEnumerable<TableSchemaFieldDescriptor>
{
    private readonly List<TableSchemaFieldDescriptor> fields = [];

    public int Count => fields.Count;

    public TableSchemaFieldDescriptor this[string name] =>
        fields.Find(field => field.Name == name) ?? throw new KeyNotFoundException($"The table has no column named {name}.");

    public void Add(TableSchemaFieldDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        if (Contains(descriptor.Name))
        {
            throw new ArgumentException($"The table has a column named {descriptor.Name} already.", nameof(descriptor));
        }

        fields.Add(descriptor);
    }

    public bool Contains(string name) => fields.Exists(field => field.Name == name);

    public IEnumerator<TableSchemaFieldDescriptor> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
