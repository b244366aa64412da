using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Writes a tensor out in one of the styles.</summary>
internal sealed class TensorText
{
    private readonly Tensor tensor;
    private readonly long[] shape;
    private readonly ElementText element;
    private readonly int width;
    private readonly string newLine;

    internal TensorText(Tensor tensor, string? format, int? width, CultureInfo? culture, string? newLine)
    {
        this.tensor = tensor;
        shape = tensor.shape;
        this.width = width ?? PrintOptions.LineWidth;
        this.newLine = newLine ?? PrintOptions.NewLine;
        element = new ElementText(tensor.dtype, format ?? PrintOptions.FloatFormat, culture ?? CultureInfo.CurrentCulture);
    }

    private string Metadata => $"[{string.Join("x", shape)}], type = {tensor.dtype}, device = {tensor.device}";

    internal string Write(TensorStringStyle style)
    {
        if (style == TensorStringStyle.Metadata || tensor.is_meta || tensor.is_sparse) return Metadata;
        using DisposeScope scope = NewDisposeScope();
        using IDisposable unrecorded = no_grad();
        return style switch
        {
            TensorStringStyle.Julia => Julia(),
            TensorStringStyle.Numpy => Numpy(tensor, 0),
            TensorStringStyle.CSharp => CSharp(),
            _ => Metadata,
        };
    }

    private string Julia()
    {
        if (shape.Length == 0) return $"{Metadata}, value = {element.Of(tensor.ToScalar())}";
        var text = new StringBuilder(Metadata);
        if (tensor.NumberOfElements == 0) return text.ToString();
        text.Append(newLine);
        JuliaPages(text, tensor, []);
        return text.ToString();
    }

    /// <summary>The last two dimensions are a page; the ones before them are its title.</summary>
    private void JuliaPages(StringBuilder text, Tensor part, int[] before)
    {
        if (part.ndim > 2)
        {
            for (int i = 0; i < part.shape[0]; i++) JuliaPages(text, part[i], [.. before, i]);
            return;
        }
        if (before.Length > 0)
        {
            if (before.Any(i => i > 0)) text.Append(newLine);
            text.Append($"[{string.Join(",", before)},..,..] =").Append(newLine);
        }
        Tensor page = part.ndim == 1 ? part.unsqueeze(0) : part;
        List<string[]> rows = [.. Enumerable.Range(0, (int)page.shape[0]).Select(i => Elements(page[i]).ToArray())];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length))];
        bool[] shown = Shown(widths);
        foreach (string[] row in rows)
        {
            for (int c = 0; c < row.Length; c++)
            {
                if (shown[c]) text.Append(' ').Append(row[c].PadLeft(widths[c]));
                else if (shown[c - 1]) text.Append(" ...");
            }
            text.Append(newLine);
        }
    }

    /// <summary>All columns when they fit on a line; otherwise as many from both ends as do.</summary>
    private bool[] Shown(int[] widths)
    {
        bool[] shown = [.. widths.Select(_ => true)];
        if (widths.Sum(w => w + 1) <= width) return shown;
        Array.Clear(shown);
        int left = 0, right = widths.Length - 1, used = 4;
        while (left < right && used + widths[left] + widths[right] + 2 <= width)
        {
            used += widths[left] + widths[right] + 2;
            shown[left++] = true;
            shown[right--] = true;
        }
        shown[0] = true;
        return shown;
    }

    private string Numpy(Tensor part, int depth)
    {
        if (part.ndim == 0) return element.Of(part.ToScalar());
        if (part.ndim == 1) return $"[{string.Join(", ", Shortened(Elements(part), PrintOptions.MaxColumns))}]";
        string gap = string.Concat(Enumerable.Repeat(newLine, (int)part.ndim - 1)) + new string(' ', depth + 1);
        string[] rows = Parts(part, p => Numpy(p, depth + 1));
        return $"[{string.Join(gap, rows)}]";
    }

    private string CSharp()
    {
        if (shape.Length == 0) return $"{Metadata}, value = {element.InCSharp(tensor.ToScalar())}";
        string start = $"{element.TypeName} [{new string(',', shape.Length - 1)}] {{";
        if (shape.Length == 1) return $"{Metadata}, value = {start}{CSharpRow(tensor)}}}";
        return shape[0] == 0
            ? $"{Metadata}, value = {newLine}{start}{newLine}}}"
            : $"{Metadata}, value = {newLine}{start}{newLine} {CSharpParts(tensor, 1)}{newLine}}}";
    }

    private string CSharpParts(Tensor part, int depth)
    {
        string gap = newLine + new string(' ', depth);
        string[] rows = Parts(part, p => p.ndim == 1 ? $"{{{CSharpRow(p)}}}" : $"{{{CSharpParts(p, depth + 1)}}}");
        var text = new StringBuilder(rows.FirstOrDefault());
        for (int i = 1; i < rows.Length; i++) text.Append(rows[i - 1] == "..." ? "" : ",").Append(gap).Append(rows[i]);
        return text.ToString();
    }

    private string CSharpRow(Tensor row) => string.Join(", ", Shortened(Values(row).Select(element.InCSharp), PrintOptions.MaxColumns));

    private static string[] Parts(Tensor part, Func<Tensor, string> write)
    {
        int count = (int)part.shape[0];
        int ends = PrintOptions.MaxRows / 2;
        if (count <= PrintOptions.MaxRows) return [.. Enumerable.Range(0, count).Select(i => write(part[i]))];
        return [.. Enumerable.Range(0, ends).Select(i => write(part[i])), "...", .. Enumerable.Range(count - ends, ends).Select(i => write(part[i]))];
    }

    /// <summary>The first and last few, with three dots between, joined to the one after them.</summary>
    private static IEnumerable<string> Shortened(IEnumerable<string> texts, int most)
    {
        string[] all = [.. texts];
        int ends = most / 2;
        return all.Length <= most ? all : [.. all[..ends], "... " + all[^ends], .. all[(all.Length - ends + 1)..]];
    }

    private IEnumerable<string> Elements(Tensor row) => Values(row).Select(element.Of);

    private static IEnumerable<Scalar> Values(Tensor row)
    {
        for (int i = 0; i < row.shape[0]; i++) yield return row[i].ToScalar();
    }
}
