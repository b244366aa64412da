using System.Text;

namespace RnnNotebooks.Drawing;

/// <summary>What a thing in a figure is; the same thing has the same colour in every lesson.</summary>
internal enum Role
{
    /// <summary>Black on white: plain lines and operations.</summary>
    Plain,

    /// <summary>Secondary: regions, notes, what is switched off.</summary>
    Quiet,

    /// <summary>Inputs.</summary>
    Input,

    /// <summary>Cells and their hidden state.</summary>
    State,

    /// <summary>Outputs.</summary>
    Output,

    /// <summary>Weights.</summary>
    Weight,

    /// <summary>The LSTM's cell state.</summary>
    Memory,

    /// <summary>Gates.</summary>
    Gate,

    /// <summary>Gradients and errors.</summary>
    Gradient,
}

/// <summary>The figures' colours and style sheet: the Okabe–Ito palette, tinted for areas, darkened for lines where white needs it.</summary>
internal static class Theme
{
    private sealed record Colours(string Code, string Fill, string Line, string DarkFill, string DarkLine);

    // The hues are Okabe and Ito's (jfly.uni-koeln.de/color). A line keeps a contrast of at least 3 to its paper.
    private static readonly Colours[] s_roles =
    [
        new("pl", "#ffffff", "#3b424c", "#12161d", "#c4ccd6"),
        new("qu", "#f1f3f5", "#7a828d", "#232932", "#8f99a6"),
        new("in", "#daeffa", "#2b86bb", "#26455a", "#56b4e9"),
        new("st", "#c7eae0", "#008a64", "#0d3f37", "#1fbf91"),
        new("ou", "#f9eac7", "#b57a00", "#523f14", "#e69f00"),
        new("we", "#f4e2ec", "#a34a7c", "#4a3446", "#cc79a7"),
        new("me", "#f9f4b3", "#8f8500", "#4b4a24", "#f0e442"),
        new("ga", "#c7e0ee", "#0072b2", "#0d3a58", "#4aa3dc"),
        new("gr", "#f6dcc7", "#c65500", "#4d2c14", "#f07c22"),
    ];

    private static readonly (string Name, string Light, string Dark)[] s_common =
    [
        ("paper", "#ffffff", "#12161d"),
        ("ink", "#1b1f24", "#e8ecf1"),
        ("soft", "#57606a", "#a3adb9"),
    ];

    private const string Sans = "Arial,Helvetica,'Liberation Sans',sans-serif";
    private const string Times = "'Times New Roman',Times,'Liberation Serif',serif";
    private const string Mono = "'DejaVu Sans Mono',Menlo,Consolas,monospace";

    /// <summary>The class of a role, as shapes and lines carry it.</summary>
    public static string Code(Role role) => s_roles[(int)role].Code;

    /// <summary>
    /// The style sheet that each figure carries. Every rule is bound to figures alone, since a style sheet inside a page's SVG rules
    /// the whole page. Plain colours stand before the variables for viewers that know no variables.
    /// </summary>
    /// <param name="inPage">Also follow the theme switches of Jupyter, VS Code and the documentation, not only the system's.</param>
    public static string StyleSheet(bool inPage)
    {
        var css = new StringBuilder();
        var light = Variables(dark: false);
        var dark = Variables(dark: true);
        css.Append($".rf{{{light}}}@media(prefers-color-scheme:dark){{.rf{{{dark}}}}}");
        if (inPage)
        {
            css.Append($"[data-jp-theme-light=true] .rf,.vscode-light .rf,[data-theme=light] .rf{{{light}}}");
            css.Append($"[data-jp-theme-light=false] .rf,.vscode-dark .rf,[data-theme=dark] .rf{{{dark}}}");
            css.Append($"@media print{{svg.rf.rf{{{light}}}}}");
        }

        foreach (var role in s_roles)
        {
            css.Append($".rf .f-{role.Code}{{fill:{role.Fill};fill:var(--{role.Code});stroke:{role.Line};stroke:var(--{role.Code}l)}}");
            css.Append($".rf .f-h.f-{role.Code}{{fill:{role.Line};fill:var(--{role.Code}l)}}");
        }

        css.Append(".rf .f-paper{fill:#ffffff;fill:var(--paper)}.rf .f-o{stroke-width:1.6}.rf .f-l{fill:none;stroke-width:1.6}.rf .f-h{stroke:none}");
        css.Append(".rf .f-d{stroke-dasharray:5 4}.rf .f-n{stroke:none}.rf .f-w{stroke-width:3}.rf .f-f{fill-opacity:.35;stroke-dasharray:3 3}");
        css.Append(".rf .f-cp,.rf .f-cq{stroke:#ffffff;stroke:var(--paper);stroke-width:7}.rf .f-cq{stroke:#f1f3f5;stroke:var(--qu)}");
        css.Append($".rf text{{font-family:{Sans};fill:#1b1f24;fill:var(--ink)}}.rf .f-ink{{fill:#1b1f24;fill:var(--ink)}}.rf .f-s{{fill:#57606a;fill:var(--soft)}}");
        css.Append(".rf .f-weight text{fill:#a34a7c;fill:var(--wel)}");
        css.Append($".rf .f-b{{font-weight:bold}}.rf .f-r,.rf .f-i{{font-family:{Times}}}.rf .f-i{{font-style:italic}}.rf .f-k{{font-family:{Mono}}}");
        css.Append(".rf .f-halo{paint-order:stroke;stroke:#ffffff;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}");
        return css.ToString();
    }

    private static string Variables(bool dark)
    {
        var css = new StringBuilder();
        foreach (var (name, light, night) in s_common)
            css.Append($"--{name}:{(dark ? night : light)};");
        foreach (var role in s_roles)
            css.Append($"--{role.Code}:{(dark ? role.DarkFill : role.Fill)};--{role.Code}l:{(dark ? role.DarkLine : role.Line)};");
        return css.ToString().TrimEnd(';');
    }
}
