using System.Globalization;
using System.Net;

namespace RnnNotebooks;

/// <summary>A bar and its line, as HTML in a notebook and as the line elsewhere.</summary>
[TypeFormatterSource(typeof(ProgressPanelFormatters))]
internal sealed record ProgressPanel(string Line, double Share, bool IsRunning)
{
    public override string ToString() => Line;

    /// <summary>The classic notebook lets the page interrupt the kernel; elsewhere the toolbar's button does.</summary>
    public string Html() => string.Create(CultureInfo.InvariantCulture, $"""
        <div style="display:flex;align-items:center;gap:10px;font-family:sans-serif;font-size:13px;color:{ChartLook.Ink}">
        <div role="progressbar" aria-valuenow="{100 * Share:0}" aria-valuemin="0" aria-valuemax="100" style="flex:0 0 220px;height:9px;border-radius:5px;background:rgba(128,128,128,.25)"><div style="width:{100 * Share:0.#}%;height:9px;border-radius:5px;background:{(IsRunning ? "#0072B2" : "#009E73")}"></div></div>
        <span>{WebUtility.HtmlEncode(Line)}</span>{(IsRunning ? StopButton : "")}</div>
        """);

    private const string StopButton = """<button type="button" title="Stop after this step and keep what was learned" onclick="if(window.Jupyter&amp;&amp;Jupyter.notebook){Jupyter.notebook.kernel.interrupt();this.disabled=true}else{this.textContent='press ■ in the toolbar'}" style="font-size:12px">■ stop</button>""";
}

/// <summary>How a notebook host shows a progress panel.</summary>
internal sealed class ProgressPanelFormatters
{
    /// <summary>The host calls this and reads <c>MimeType</c> and <c>Format</c> of what it gets.</summary>
    public IEnumerable<object> CreateTypeFormatters() => [new Formatter("text/html", panel => panel.Html()), new Formatter("text/plain", panel => panel.Line)];

    private sealed class Formatter(string mimeType, Func<ProgressPanel, string> write)
    {
        public string MimeType => mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not ProgressPanel panel)
                return false;
            writer.Write(write(panel));
            return true;
        }
    }
}
