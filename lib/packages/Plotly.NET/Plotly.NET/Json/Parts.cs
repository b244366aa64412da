using Microsoft.FSharp.Core;

namespace Plotly.NET;

/// <summary>How the generated <c>init</c> methods fill the parts of a chart.</summary>
internal static class Parts
{
    /// <summary>Sets a property unless the option is none.</summary>
    public static void Put<T>(this DynamicObj.DynamicObj part, string key, FSharpOption<T>? value)
    {
        if (value is not null)
            part.PutValue(key, value.Value);
    }

    /// <summary>Sets a property.</summary>
    public static void Put<T>(this DynamicObj.DynamicObj part, string key, T value) => part.PutValue(key, value);

    /// <summary>Sets a property; a key such as <c>line.color</c> makes the part in between. Null sets nothing.</summary>
    public static void PutValue(this DynamicObj.DynamicObj part, string key, object? value)
    {
        if (value is null)
            return;
        int dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            part.SetProperty(key, value);
        else
            part.Part(key[..dot]).PutValue(key[(dot + 1)..], value);
    }

    /// <summary>The part under a key, made when there is none.</summary>
    public static DynamicObj.DynamicObj Part(this DynamicObj.DynamicObj whole, string key)
    {
        if (whole.TryGet(key, out object? found) && found is DynamicObj.DynamicObj part)
            return part;
        var made = new DynamicObj.DynamicObj();
        whole.SetProperty(key, made);
        return made;
    }

    /// <summary>A copy of the same class.</summary>
    public static T Clone<T>(this T part) where T : DynamicObj.DynamicObj => (T)part.Copy();

    /// <summary>A copy with another's properties laid over it.</summary>
    public static T With<T>(this T part, DynamicObj.DynamicObj other) where T : DynamicObj.DynamicObj
    {
        var copy = part.Clone();
        copy.Merge(other);
        return copy;
    }
}
