"""Writes a report as a Word file, for LibreOffice to print.

Run: python -m bench.printing.docx REPORT.json REPORT.look.json FILE.docx
"""

import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from bench.printing.memo import BOTTOM, EMBLEM, FAMILY, HEADINGS, LEFT, RIGHT, TOP, Line, Memo, read_memo

_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="png" ContentType="image/png"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_RELATIONS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="document" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
_PICTURES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="emblem" Target="media/emblem.png"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>
</Relationships>"""
_DRAWING = """<w:p><w:r><w:drawing><wp:inline
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name="emblem"/>
<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:nvPicPr><pic:cNvPr id="1" name="emblem"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="emblem"/>
<a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>
</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""
_EMUS = 12700
"""What Word measures pictures in: so many make a point."""
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def twips(points: float) -> int:
    """Return twentieths of a point."""
    return round(points * 20)


def paragraph(line: Line) -> str:
    """Return one paragraph; its lines parted by line feeds."""
    bold = "<w:b/><w:bCs/>" if line.bold else ""
    size = f'<w:sz w:val="{round(line.size * 2)}"/><w:szCs w:val="{round(line.size * 2)}"/>'
    font = f'<w:rFonts w:ascii="{FAMILY}" w:hAnsi="{FAMILY}" w:cs="{FAMILY}"/>'
    look = f'<w:rPr>{font}{bold}{size}<w:lang w:val="th-TH" w:bidi="th-TH"/></w:rPr>'
    runs = "<w:r><w:br/></w:r>".join(
        f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' for text in line.text.split("\n")
    )
    align = "center" if line.centred else "left"
    indent = f'<w:ind w:firstLine="{twips(line.indent)}"/>' if line.indent else ""
    return f'<w:p><w:pPr>{indent}<w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'


def table(memo: Memo) -> str:
    """Return the table, its heading repeated on every page."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in memo.widths)
    rows = []
    for at, row in enumerate((HEADINGS, *memo.rows)):
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>'
            f"{paragraph(Line(text, memo.size, bold=at == 0))}</w:tc>"
            for text, width in zip(row, memo.widths, strict=True)
        )
        head = "<w:trPr><w:tblHeader/></w:trPr>" if at == 0 else ""
        rows.append(f"<w:tr>{head}{cells}</w:tr>")
    width = twips(sum(memo.widths))
    look = (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
    )
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def document(memo: Memo) -> str:
    """Return the text of word/document.xml."""
    margins = (
        f'w:left="{twips(LEFT)}" w:right="{twips(RIGHT)}" w:top="{twips(TOP)}" w:bottom="{twips(BOTTOM)}"'
    )
    page = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar {margins}/></w:sectPr>'
    before, after = ("".join(map(paragraph, lines)) for lines in (memo.before, memo.after))
    emblem = _DRAWING.format(width=round(memo.emblem_width * _EMUS), height=round(EMBLEM * _EMUS))
    body = f"<w:body>{emblem}{before}{table(memo)}{after}{page}</w:body>"
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_WORDS}">{body}</w:document>'


def main(report: str, look: str, out: str) -> None:
    """Write the file."""
    memo = read_memo(Path(report), Path(look))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", _TYPES)
        file.writestr("_rels/.rels", _RELATIONS)
        file.writestr("word/document.xml", document(memo))
        file.writestr("word/_rels/document.xml.rels", _PICTURES)
        file.write(memo.emblem, "word/media/emblem.png")


if __name__ == "__main__":
    main(*sys.argv[1:])
