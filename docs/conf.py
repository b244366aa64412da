"""Sphinx's settings for the course's web site. `./rnn docs` copies this folder, adds the lessons and the API pages, and builds."""
import json
import os
import pathlib

from pygments.lexers import CSharpLexer
from pygments.token import Error, Text

here = pathlib.Path(__file__).parent
site = json.loads((here / "site.json").read_text(encoding="utf-8"))

project = "RnnNotebooks"
author = "the RnnNotebooks authors"
copyright = author
release = version = site["version"]
language = "en"

extensions = ["nbsphinx", "sphinx.ext.mathjax", "sphinx_copybutton"]
exclude_patterns = ["downloads", "rooms", "**.ipynb_checkpoints"]
source_suffix = {".rst": "restructuredtext"}
highlight_language = "none"
templates_path = ["_templates"]
nitpicky = False

# The outputs are shown as they were saved; nothing runs while the site is built.
nbsphinx_execute = "never"
nbsphinx_allow_errors = False
nbsphinx_requirejs_path = ""
nbsphinx_codecell_lexer = "csharp"
nbsphinx_prolog = r"""
{% if env.docname.startswith('lessons/') %}
.. container:: lesson-links

   Open this lesson: :download:`notebook (.ipynb) <../downloads/{{ env.docname.split('/')[-1] }}.ipynb>` ·
   :download:`script (.dib) <../downloads/{{ env.docname.split('/')[-1] }}.dib>`
{% endif %}
"""

html_theme = "furo"
html_title = "RnnNotebooks"
html_static_path = ["_static"]
html_css_files = ["course.css"]
# In this order: MathJax reads its settings when it loads, the charts wait for the page.
html_js_files = [("mathjax-settings.js", {"priority": 100}), ("charts.js", {"priority": 900, "defer": "defer"})]
html_show_sphinx = False
html_show_search_summary = False
html_copy_source = False
html_permalinks_icon = "#"
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0b5d8a", "color-brand-content": "#0b5d8a"},
    "dark_css_variables": {"color-brand-primary": "#6cc0f0", "color-brand-content": "#6cc0f0"},
    "navigation_with_keys": True,
}

# MathJax 2 from Debian's package, copied beside the pages; its SVG output needs no font files.
mathjax_path = "mathjax/MathJax.js?config=TeX-AMS_SVG-full"
copybutton_prompt_text = ""
copybutton_selector = "div:not(.prompt) > div.highlight pre"


def without_inline_scripts(app, pagename, templatename, context, doctree):
    """The content-security policy allows no inline script, so what extensions add inline comes from files of ours instead."""
    context["script_files"] = [s for s in context.get("script_files", []) if not getattr(s, "attributes", {}).get("body")]


class ForgivingCSharpLexer(CSharpLexer):
    """Debian's Pygments does not know the newest C#; what it cannot read it shows plain, instead of giving up on the whole cell."""

    def get_tokens_unprocessed(self, text, *args):
        for index, token, value in super().get_tokens_unprocessed(text, *args):
            yield index, Text if token is Error else token, value


def setup(app):
    app.add_lexer("csharp", ForgivingCSharpLexer)
    app.connect("html-page-context", without_inline_scripts, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
