namespace RnnNotebooks.Formatting;

/// <summary>The styles of trees and tables: colours are the page's own, so that they are legible in light and dark.</summary>
internal static class Styles
{
    // The class twice where JupyterLab's own rule for cells of tables, which names two classes, would win.
    public const string Default = """
        <style>
        .dni-code-hint code { font-style: italic; color: inherit; background: none; overflow-wrap: anywhere; }
        .dni-treeview { padding-left: 1em; text-align: start; }
        .dni-treeview > summary { margin-left: -1em; cursor: pointer; }
        .dni-plaintext pre { margin: 0; text-align: start; color: inherit; background: none; }
        .dni-error pre { overflow-x: auto; }
        .dni-table { border-collapse: collapse; color: inherit; }
        table.dni-table.dni-table :is(th, td) { text-align: start; }
        .dni-table th, .dni-table td { vertical-align: baseline; padding: 0.2em 0.6em; border: 1px solid rgba(127, 127, 127, 0.35); }
        .dni-table td { white-space: pre-wrap; overflow-wrap: anywhere; }
        .dni-table td:first-child { overflow-wrap: normal; }
        table.dni-table.dni-table td.dni-number, .dni-table td.dni-number pre { text-align: end; font-variant-numeric: tabular-nums; }
        .dni-more { opacity: 0.7; }
        </style>
        """;
}
