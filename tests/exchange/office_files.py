"""Word and Excel files as small as they can be, made part by part."""

import zipfile
from pathlib import Path

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'
_DEFAULTS = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_file(path: Path, body: str) -> Path:
    """Write a Word file with this body (WordprocessingML)."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    part = f'<Override PartName="/word/document.xml" ContentType="{kind}"/>'
    return _pack(
        path,
        {
            "[Content_Types].xml": _TYPES.format(_DEFAULTS + part),
            "_rels/.rels": _RELATIONS.format(
                f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            ),
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        },
    )


def word_table(*rows: tuple[str, ...]) -> str:
    """Return a table of Word; "|" parts the paragraphs of a cell, a cell ">ก" spans two columns."""

    def cell(text: str) -> str:
        span = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' if text.startswith(">") else ""
        lines = text.removeprefix(">").split("|")
        return (
            f"<w:tc>{span}" + "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in lines) + "</w:tc>"
        )

    lines = ("".join(map(cell, row)) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


def excel_file(path: Path, *sheets: str) -> Path:
    """Write an Excel file; each sheet is given as the XML of its rows, style 1 is a date."""
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    names = range(1, len(sheets) + 1)
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{base}.worksheet+xml"/>'
        for at in names
    )
    book = f'<Override PartName="/xl/workbook.xml" ContentType="{base}.sheet.main+xml"/>'
    look = f'<Override PartName="/xl/styles.xml" ContentType="{base}.styles+xml"/>'
    listed = "".join(f'<sheet name="แผ่น{at}" sheetId="{at}" r:id="s{at}"/>' for at in names)
    links = "".join(
        f'<Relationship Id="s{at}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in names
    )
    parts = {
        "[Content_Types].xml": _TYPES.format(_DEFAULTS + book + look + kinds),
        "_rels/.rels": _RELATIONS.format(
            f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        ),
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _RELATIONS.format(
            f'{links}<Relationship Id="look" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        ),
        "xl/styles.xml": f'<styleSheet {main}><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    for at, rows in zip(names, sheets, strict=True):
        parts[f"xl/worksheets/sheet{at}.xml"] = f"<worksheet {main}><sheetData>{rows}</sheetData></worksheet>"
    return _pack(path, parts)


def _pack(path: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return path
