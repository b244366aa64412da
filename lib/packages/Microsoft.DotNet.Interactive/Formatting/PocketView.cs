using System.Collections;
using System.Dynamic;
using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>
/// HTML written as C#: <c>div[@class: "note"](p("text"), ul(items.Select(i =&gt; li(i))))</c>. Strings are encoded; whatever
/// else is no HTML is shown by its formatter. Tags are in <see cref="PocketViewTags"/>.
/// </summary>
public class PocketView : DynamicObject, IHtmlContent
{
    private static readonly HashSet<string> EmptyElements =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

    private readonly Dictionary<string, Action<HtmlTag, object>> transforms;
    private readonly List<(string Id, IHtmlContent Content)> dependencies = [];
    private Action<HtmlTag, object>? transform;

    /// <summary>A view whose members are tags: <c>_.div</c>. Transforms set on it hold for its tags.</summary>
    public PocketView(PocketView? nested = null)
    {
        HtmlTag = new HtmlTag("div");
        transforms = nested is null ? [] : new(nested.transforms);
    }

    /// <summary>A view of one tag.</summary>
    public PocketView(string tagName, PocketView? nested = null)
        : this(nested)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tagName);
        HtmlTag = new HtmlTag(tagName) { IsSelfClosing = EmptyElements.Contains(tagName) };
        transforms.TryGetValue(tagName, out transform);
    }

    public HtmlTag HtmlTag { get; }

    public HtmlAttributes HtmlAttributes => HtmlTag.HtmlAttributes;

    /// <summary>A new kind of tag, or a change to every tag of a name: <c>_.warning = PocketView.Transform((tag, model) =&gt; …)</c>.</summary>
    public static object Transform(Action<HtmlTag, dynamic> transform) => transform;

    /// <summary>Shows the view.</summary>
    public DisplayedValue Display() => DisplayExtensions.Display(this, HtmlFormatter.MimeType);

    /// <summary>Has content written once after the whole rendering, however many views ask for it: a style, for instance.</summary>
    public void AddDependency(string id, IHtmlContent content) => dependencies.Add((id, content));

    /// <summary>Sets what the tag holds.</summary>
    public void SetContent(object?[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.Length > 0)
        {
            HtmlTag.Content = context => WriteAll(args, context);
        }
    }

    public virtual void WriteTo(FormatContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Apply(new ExpandoObject());
        foreach ((string id, IHtmlContent content) in dependencies)
        {
            context.Require(id, required => HtmlView.WriteContent(content, required));
        }

        HtmlTag.WriteTo(context);
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        using FormatContext context = new(writer);
        WriteTo(context);
    }

    public override string ToString()
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        WriteTo(writer, HtmlText.Encoder);
        return writer.ToString();
    }

    public override bool TryGetMember(GetMemberBinder binder, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        result = new PocketView(binder.Name, this);
        return true;
    }

    public override bool TrySetMember(SetMemberBinder binder, object? value)
    {
        ArgumentNullException.ThrowIfNull(binder);
        if (value is not Action<HtmlTag, object> action)
        {
            return false;
        }

        transforms[binder.Name] = action;
        return true;
    }

    public override bool TryInvokeMember(InvokeMemberBinder binder, object?[]? args, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        PocketView view = new(binder.Name, this);
        view.Fill(binder.CallInfo, args ?? []);
        result = view;
        return true;
    }

    public override bool TryInvoke(InvokeBinder binder, object?[]? args, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        Fill(binder.CallInfo, args ?? []);
        result = this;
        return true;
    }

    /// <summary>Attributes: named arguments, <see cref="Formatting.HtmlAttributes"/>, or names that have no value.</summary>
    public override bool TryGetIndex(GetIndexBinder binder, object?[] indexes, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        ArgumentNullException.ThrowIfNull(indexes);
        int unnamed = indexes.Length - binder.CallInfo.ArgumentNames.Count;
        for (int i = 0; i < indexes.Length; i++)
        {
            switch (indexes[i])
            {
                case IDictionary<string, object?> attributes when i < unnamed:
                    HtmlTag.MergeAttributes(attributes, replace: true);
                    break;
                case string name when i < unnamed:
                    HtmlAttributes[name] = null;
                    break;
                default:
                    string key = i < unnamed ? $"{indexes[i]}" : binder.CallInfo.ArgumentNames[i - unnamed].Replace('_', '-');
                    HtmlAttributes[key] = indexes[i] ?? "";
                    break;
            }
        }

        result = this;
        return true;
    }

    private void Fill(CallInfo call, object?[] args)
    {
        int unnamed = args.Length - call.ArgumentNames.Count;
        IDictionary<string, object?> model = new ExpandoObject();
        for (int i = unnamed; i < args.Length; i++)
        {
            model[call.ArgumentNames[i - unnamed]] = args[i];
        }

        SetContent(args[..unnamed]);
        Apply((ExpandoObject)model);
    }

    // Once, and after the attributes: a transform has the last word.
    private void Apply(ExpandoObject model)
    {
        Action<HtmlTag, object>? pending = transform;
        transform = null;
        pending?.Invoke(HtmlTag, model);
    }

    private static void WriteAll(IEnumerable items, FormatContext context)
    {
        foreach (object? item in items)
        {
            switch (item)
            {
                case string text:
                    context.Writer.Write(HtmlText.Encode(text));
                    break;
                case IHtmlContent content:
                    HtmlView.WriteContent(content, context);
                    break;
                case IEnumerable inner when !Entries.TryRead(inner, out _) && inner is not Array { Rank: > 1 }:
                    WriteAll(inner, context);
                    break;
                default:
                    item.FormatTo(context, HtmlFormatter.MimeType);
                    break;
            }
        }
    }
}
