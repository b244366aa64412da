using System.Text.Json;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace RnnNotebooks.Formatting;

/// <summary>A value as JSON.</summary>
internal static class JsonText
{
    public static bool Write(object? value, FormatContext context)
    {
        context.Writer.Write(value switch
        {
            JsonString json => json.ToString(),
            TabularDataResource resource => resource.ToJsonString().ToString(),
            _ => JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object), JsonFormatter.SerializerOptions),
        });
        return true;
    }
}
