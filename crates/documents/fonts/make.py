"""Makes the four fonts of this folder. Run by hand, never by the build; see README.md.

    pip install fonttools
    python3 make.py FOLDER_WITH_THE_CROSCORE_TTF_FILES
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

# Latin with accents, Cyrillic with all letters of Kazakh, and the signs of papers.
TEXT = (
    "U+0020-007E,U+00A0-017F,U+018F,U+0259,U+0300-0304,U+0306-0308,U+030A-030C,U+0327,"
    "U+0400-052F,U+2009-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032,U+2033,"
    "U+2039,U+203A,U+20AC,U+20B8,U+2116,U+2190-2193,U+2212,U+2264,U+2265"
)
# Sign-in names, addresses and codes.
CODE = "U+0020-007E,U+00A0,U+2010-2014"
# A mark is drawn together with the space or the line break before it, so the boxes need these too.
SPACES = {0x0A, 0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000}


def cut(source: Path, target: str, unicodes: str) -> None:
    """Keeps the named characters and drops hints, which paper does not need."""
    subset.main([
        str(source), f"--unicodes={unicodes}", f"--output-file={target}",
        "--no-hinting", "--layout-features=kern,liga,locl,mark,mkmk,ccmp",
        "--name-IDs=0,1,2,3,4,5,6,7,13,14", "--drop-tables+=DSIG",
    ])


def boxes() -> None:
    """One empty box for every character: what no other font can draw is still on the paper."""
    pen = TTGlyphPen(None)
    for left, low, right, high in ((80, 0, 920, 1400), (160, 80, 840, 1320)):
        corners = [(left, low), (left, high), (right, high), (right, low)]
        if left == 160:
            corners.reverse()
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    box = pen.glyph()
    font = FontBuilder(2048, isTTF=True)
    font.setupGlyphOrder([".notdef", "space", "box"])
    font.setupGlyf({".notdef": box, "space": TTGlyphPen(None).glyph(), "box": box})
    font.setupHorizontalMetrics({".notdef": (1000, 80), "space": (512, 0), "box": (1000, 80)})
    font.setupHorizontalHeader(ascent=1825, descent=-443)
    # Format 13 maps a whole range to one glyph; surrogates are no characters.
    table = CmapSubtable.newSubtable(13)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.cmap = {
        c: "space" if c in SPACES else "box"
        for c in (0x0A, *range(0x20, 0x110000))
        if not 0xD800 <= c <= 0xDFFF
    }
    font.font["cmap"] = newTable("cmap")
    font.font["cmap"].tableVersion = 0
    font.font["cmap"].tables = [table]
    font.setupOS2(sTypoAscender=1420, sTypoDescender=-442, usWinAscent=1825, usWinDescent=443, fsType=0)
    font.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    font.setupPost()
    font.save("Boxes.ttf")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    cut(folder / "Tinos-Regular.ttf", "Tinos-Regular.ttf", TEXT)
    cut(folder / "Tinos-Bold.ttf", "Tinos-Bold.ttf", TEXT)
    cut(folder / "Cousine-Bold.ttf", "Cousine-Bold.ttf", CODE)
    boxes()
