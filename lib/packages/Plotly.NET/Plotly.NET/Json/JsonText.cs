using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Plotly.NET;

/// <summary>
/// Writes parts of charts as the JSON that plotly.js reads: not-a-number and the infinities as texts, dates without a time zone.
/// The characters that end a script element are escaped, so the text may stand inside a page.
/// </summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    public static string Of(object value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_options))
            Write(writer, value);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case IStyleValue style:
                Write(writer, style.Value);
                break;
            case Color color:
                Write(writer, color.Value);
                break;
            case ARGB color:
                writer.WriteStringValue(color.ToString());
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case double number:
                Write(writer, number);
                break;
            case float number:
                if (float.IsFinite(number))
                    writer.WriteNumberValue(number);
                else
                    Write(writer, (double)number);
                break;
            case DynamicObj.DynamicObj part:
                writer.WriteStartObject();
                if (part is Trace { type.Length: > 0 } trace)
                    writer.WriteString("type", trace.type);
                foreach (var (name, member) in part.Ordered)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }
                writer.WriteEndObject();
                break;
            case IConvertible scalar:
                Write(writer, scalar);
                break;
            case DateTimeOffset moment:
                writer.WriteStringValue(moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
                break;
            case IDictionary table:
                writer.WriteStartObject();
                foreach (DictionaryEntry entry in table)
                {
                    writer.WritePropertyName(StyleValue.Text(entry.Key));
                    Write(writer, entry.Value);
                }
                writer.WriteEndObject();
                break;
            case Tuple<string, object> member:
                // The arguments of a slider's step: one object each
                writer.WriteStartObject();
                writer.WritePropertyName(member.Item1);
                Write(writer, member.Item2);
                writer.WriteEndObject();
                break;
            case IEnumerable sequence:
                writer.WriteStartArray();
                foreach (object? item in sequence)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case ITuple pair:
                writer.WriteStartArray();
                for (int i = 0; i < pair.Length; i++)
                    Write(writer, pair[i]);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, double number)
    {
        if (double.IsFinite(number))
            writer.WriteNumberValue(number);
        else
            writer.WriteStringValue(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
    }

    private static void Write(Utf8JsonWriter writer, IConvertible scalar)
    {
        switch (scalar.GetTypeCode())
        {
            case TypeCode.Boolean:
                writer.WriteBooleanValue(scalar.ToBoolean(null));
                break;
            case TypeCode.Char or TypeCode.String:
                writer.WriteStringValue(scalar.ToString(CultureInfo.InvariantCulture));
                break;
            case TypeCode.DateTime:
                writer.WriteStringValue(scalar.ToDateTime(null).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
                break;
            case TypeCode.DBNull or TypeCode.Empty:
                writer.WriteNullValue();
                break;
            case TypeCode.UInt64:
                writer.WriteNumberValue(scalar.ToUInt64(null));
                break;
            case TypeCode.Single or TypeCode.Double:
                Write(writer, scalar.ToDouble(null));
                break;
            case TypeCode.Decimal:
                writer.WriteNumberValue(scalar.ToDecimal(null));
                break;
            case TypeCode.Object:
                writer.WriteStringValue(scalar.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteNumberValue(scalar.ToInt64(null));
                break;
        }
    }
}
