"""Writes the notebooks of these tests with nbformat itself: python3 make.py in this folder."""
import json

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell


def dump(notebook, name):
    with open(name, "w", encoding="utf-8", newline="") as file:
        file.write(nbformat.writes(notebook) + "\n")


def with_ids(cells, ids):
    for cell, name in zip(cells, ids):
        cell["id"] = name
    return cells


metadata = {
    "kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"},
    "language_info": {"file_extension": ".cs", "mimetype": "text/x-csharp", "name": "C#", "pygments_lexer": "csharp", "version": "13.0"},
}

# A notebook before and after its second cell is run.
cells = with_ids([new_markdown_cell("# Título\n\nText with *é* and 😀"), new_code_cell("1 + 1"), new_code_cell("")], ["m1", "c1", "c2"])
cells[1].metadata = {"vscode": {"languageId": "polyglot-notebook"}, "custom": {"keep": [1.50, 1e-7]}}
notebook = new_notebook(cells=cells, metadata=metadata)
dump(notebook, "unrun.ipynb")
cells[1].execution_count = 3
cells[1].outputs = [
    new_output("stream", name="stdout", text="epoch 1\nloss 0.25"),
    new_output("execute_result", data={"text/plain": "2", "application/vnd.plotly.v1+json": {"data": []}, "image/png": "iVBOR\nw0="}, execution_count=3),
    new_output("error", ename="System.Exception", evalue="no", traceback=["line 1", "line 2"]),
]
dump(notebook, "run.expected")

# Several kernels, and the later shape of Polyglot's metadata.
cells = with_ids(
    [new_markdown_cell("# Poly"), new_code_cell("var x = 1;\nx"), new_code_cell("let y = 2"), new_code_cell("console.log(1)"), new_raw_cell("raw text")],
    ["a1", "b2", "c3", "d4", "e5"],
)
cells[1].metadata = {"tags": ["raises-exception"]}
cells[2].metadata = {"dotnet_interactive": {"language": "csharp"}, "polyglot_notebook": {"kernelName": "f#"}}
cells[3].metadata = {"dotnet_interactive": {"language": "javascript"}}
items = [{"aliases": [], "languageName": "csharp", "name": "csharp"}, {"aliases": ["f#", "F#"], "languageName": "F#", "name": "fsharp"}]
dump(
    new_notebook(cells=cells, metadata={**metadata, "polyglot_notebook": {"kernelInfo": {"defaultKernelName": "csharp", "items": items}}, "custom": {"a": 1}}),
    "polyglot.ipynb",
)

# As other editors write: keys in their own order, two spaces, CRLF, escaped letters, no cell ids, no last line break;
# and the earlier shape of Polyglot's metadata.
other = {
    "cells": [
        {
            "cell_type": "code",
            "execution_count": None,
            "metadata": {"dotnet_interactive": {"language": "csharp"}, "polyglot_notebook": {"kernelName": "csharp"}},
            "source": ["display(\"é\")\n", "x"],
            "outputs": [],
        }
    ],
    "metadata": {
        "kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"},
        "polyglot_notebook": {"defaultKernelName": "csharp", "items": [{"aliases": ["c#"], "name": "csharp"}]},
    },
    "nbformat": 4,
    "nbformat_minor": 2,
}
with open("vscode.ipynb", "w", encoding="utf-8", newline="") as file:
    file.write(json.dumps(other, indent=2).replace("\n", "\r\n"))

# What a document made in code is written as.
cells = with_ids([new_markdown_cell("# Title\n\nText"), new_code_cell("1 + 1", execution_count=1), new_code_cell("let x = 1")], ["m1", "c1", "c2"])
cells[1].outputs = [new_output("stream", name="stdout", text="out\n"), new_output("execute_result", data={"text/plain": "2"}, execution_count=1)]
for cell, kernel in zip(cells[1:], ["csharp", "fsharp"]):
    cell.metadata = {"dotnet_interactive": {"language": kernel}, "polyglot_notebook": {"kernelName": kernel}}
items = [{"aliases": [], "languageName": name, "name": name} for name in ["csharp", "fsharp", "markdown"]]
written = {**metadata, "language_info": {**metadata["language_info"], "version": "14.0"}, "polyglot_notebook": {"kernelInfo": {"defaultKernelName": "csharp", "items": items}}}
dump(new_notebook(cells=cells, metadata=written), "written.expected")
