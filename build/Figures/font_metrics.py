"""Writes lib/RnnNotebooks/Diagrams/Drawing/FontMetrics.g.cs: how wide each character may be.

For every face the width is the larger of Liberation's (metric twin of Arial and Times) and DejaVu's, so that a box
measured here holds its label whichever of the two a reader's machine picks. Needs fontTools and both font families:
    python3 build/Figures/font_metrics.py
"""
import pathlib
from fontTools.ttLib import TTFont

FOLDERS = [pathlib.Path("/usr/share/fonts"), pathlib.Path("/usr/share/matplotlib/mpl-data/fonts/ttf")]
FACES = {
    "Sans": ["LiberationSans-Regular", "DejaVuSans"],
    "Bold": ["LiberationSans-Bold", "DejaVuSans-Bold"],
    "Math": ["LiberationSerif-Regular", "LiberationSerif-Italic", "DejaVuSerif", "DejaVuSerif-Italic"],
    "Mono": ["LiberationMono-Regular", "DejaVuSansMono"],
}
EXTRA = "␣·×±−≤≥≠≈∂Δ∇∑√∘⊙⊕∞…–—‘’“”→←↑↓⟨⟩⌄′″‖°²³⁻¹ŷ" + "αβγδεθλμπρστφψωΓΘΛΠΣΦΨΩ" + "éàäöü█▁✓✗⟶"


def find(name):
    for folder in FOLDERS:
        for path in folder.rglob(name + ".ttf"):
            return TTFont(path)
    raise SystemExit(f"{name}.ttf not found: install fonts-liberation and fonts-dejavu.")


def width(fonts, character):
    widths = []
    for font in fonts:
        glyph = font.getBestCmap().get(ord(character))
        if glyph is not None:
            widths.append(font["hmtx"][glyph][0] * 1000 // font["head"].unitsPerEm + 1)
    return max(widths, default=1000)


lines = [
    "// Written by build/Figures/font_metrics.py.",
    "namespace RnnNotebooks.Drawing;",
    "",
    "internal static partial class FontMetrics",
    "{",
    f'    private const string Extra = "{EXTRA}";',
]
for face, names in FACES.items():
    fonts = [find(name) for name in names]
    for suffix, characters in (("", [chr(c) for c in range(32, 127)]), ("Extra", EXTRA)):
        lines.append("")
        lines.append(f"    private static readonly short[] {face}{suffix} =")
        lines.append("    [")
        values = [str(width(fonts, c)) for c in characters]
        for i in range(0, len(values), 20):
            lines.append("        " + ", ".join(values[i:i + 20]) + ",")
        lines.append("    ];")
lines.append("}")
target = pathlib.Path(__file__).resolve().parents[2] / "lib/RnnNotebooks/Diagrams/Drawing/FontMetrics.g.cs"
target.parent.mkdir(parents=True, exist_ok=True)
target.write_text("\n".join(lines) + "\n", encoding="utf-8")
