#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Makes the embedded fonts from those of Debian 12; run again only to change them.

Packages: fonts-vollkorn, fonts-hosny-amiri, fonts-adobe-sourcesans3,
fonts-noto-core, python3-fonttools. All four fonts are under OFL-1.1. Vollkorn,
Amiri and Noto reserve no name, so that they may be cut down; they get names of
their own here, so that a copy installed on the system never takes their place.
Source Sans reserves "Source" and is therefore copied as it is.
"""
import pathlib
import shutil
from fontTools import subset
from fontTools.ttLib import TTFont

SYSTEM = pathlib.Path("/usr/share/fonts")
HERE = pathlib.Path(__file__).parent

LATIN = [*range(0x20, 0x250), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070),
         *range(0x20A0, 0x20C0), 0x2122, 0x2190, 0x2192, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265]
ARABIC = [0x20, 0xA0, *range(0x600, 0x700), *range(0x750, 0x780), 0x200C, 0x200D, 0x200E, 0x200F,
          *range(0xFB50, 0xFC00), 0xFDFC, *range(0xFE70, 0xFF00)]


def cut(source, target, family, unicodes, change=lambda font: None):
    font = TTFont(SYSTEM / source)
    change(font)
    options = subset.Options(name_IDs=["*"], notdef_outline=True, hinting=True)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=unicodes)
    worker.subset(font)
    style = font["name"].getDebugName(2)
    for record in list(font["name"].names):
        if record.nameID in (1, 16):
            font["name"].setName(family, record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID in (3, 4):
            font["name"].setName(f"{family} {style}", record.nameID, record.platformID,
                                 record.platEncID, record.langID)
        elif record.nameID == 6:
            font["name"].setName(target[:-4], 6, record.platformID, record.platEncID, record.langID)
    font.save(HERE / target)


def lining_figures(font):
    """Vollkorn's 1 looks like a small I; times are read better in its lining figures."""
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            # The tables share one mapping, so it may have been done already.
            if code in table.cmap and not table.cmap[code].endswith(".lf"):
                table.cmap[code] += ".lf"


def larger(font):
    """Amiri draws small beside a Latin font of the same size: a tenth larger."""
    font["head"].unitsPerEm = 909
    for table, up, down in (("hhea", "ascent", "descent"), ("OS/2", "sTypoAscender", "sTypoDescender")):
        setattr(font[table], up, 1000)
        setattr(font[table], down, -560)
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = 1000, 560


cut("truetype/vollkorn/Vollkorn-Regular.ttf", "RapportSerif-Regular.ttf", "Rapport Serif", LATIN, lining_figures)
cut("opentype/fonts-hosny-amiri/Amiri-Regular.ttf", "RapportNaskh-Regular.ttf", "Rapport Naskh", ARABIC, larger)
for weight in ("Regular", "Bold"):
    cut(f"truetype/noto/NotoSansArabic-{weight}.ttf", f"RapportArabic-{weight}.ttf", "Rapport Arabic", ARABIC)
for weight in ("Regular", "Semibold"):
    shutil.copyfile(SYSTEM / f"opentype/sourcesans3/SourceSans3-{weight}.otf", HERE / f"SourceSans3-{weight}.otf")
