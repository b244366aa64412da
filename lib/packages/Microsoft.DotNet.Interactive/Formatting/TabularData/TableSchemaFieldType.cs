namespace Microsoft.DotNet.Interactive.Formatting.TabularData;

/// <summary>The types of the Table Schema of Frictionless Data.</summary>
public enum TableSchemaFieldType
{
    Any,
    Object,
    Null,
    Number,
    Integer,
    Boolean,
    String,
    Array,
    DateTime,
    GeoPoint,
    GeoJson,
}
