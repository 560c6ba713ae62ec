"""The emblem is taken out of what an office has."""

import io
import zipfile

import pytest
from PIL import Image, ImageDraw

from desktop_app.domain.office import picture_size
from desktop_app.exchange.emblem import HEIGHT, MOST_PICTURES, EmblemError, candidates
from desktop_app.resources import resource

LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def disc(size, colour, margin=0, mode="RGBA", kind="PNG"):
    image = Image.new(mode, (size + 2 * margin, size + 2 * margin), "white")
    ImageDraw.Draw(image).ellipse((margin, margin, margin + size - 1, margin + size - 1), fill=colour)
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def opened(emblem):
    image = Image.open(io.BytesIO(emblem.image))
    assert image.format == "PNG"
    return image


def middle(emblem):
    image = opened(emblem)
    return image.getpixel((image.width // 2, image.height // 2))[:3]


def word(path, header=(), body=()):
    """Write a small .docx whose header and body show the pictures, given as (file name, bytes)."""
    with zipfile.ZipFile(path, "w") as file:
        for part, pictures in (("header1", header), ("document", body)):
            links = "".join(
                f'<Relationship Id="rId{i}" Target="media/{name}"/>' for i, (name, _) in enumerate(pictures)
            )
            blips = "".join(f'<a:blip r:embed="rId{i}"/>' for i in reversed(range(len(pictures))))
            file.writestr(f"word/_rels/{part}.xml.rels", f"<Relationships>{links}</Relationships>")
            file.writestr(f"word/{part}.xml", f'<w xmlns:a="{DRAWING}" xmlns:r="{LINK}">{blips}</w>')
        for name, data in dict((*header, *body)).items():
            file.writestr(f"word/media/{name}", data)
    return path


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "GIF"])
def test_a_picture_is_taken_without_its_white_border(tmp_path, kind):
    path = tmp_path / "ตรา.img"
    path.write_bytes(disc(200, "#204080", margin=80, mode="RGB", kind=kind))
    (emblem,) = candidates(path)
    width, height = opened(emblem).size
    assert abs(width - 200) <= 8
    assert abs(height - 200) <= 8


def test_a_huge_picture_is_scaled_to_what_a_printer_can_show(tmp_path):
    (tmp_path / "big.png").write_bytes(disc(3000, "black"))
    (emblem,) = candidates(tmp_path / "big.png")
    assert opened(emblem).height == HEIGHT


def test_an_svg_is_drawn_sharp(tmp_path):
    (emblem,) = candidates(resource("sample", "seal.svg"))
    image = opened(emblem)
    assert image.height > 1000
    assert image.getchannel("A").getextrema() == (0, 255)


def test_the_pictures_of_a_word_memo_come_header_first_then_as_they_stand(tmp_path):
    red, green, blue = ((f"{c}.png", disc(40, c)) for c in ("red", "green", "blue"))
    path = word(tmp_path / "memo.docx", header=[red], body=[green, blue, red])
    assert [middle(emblem) for emblem in candidates(path)] == [(255, 0, 0), (0, 0, 255), (0, 128, 0)]


def test_a_word_file_with_only_windows_drawings_says_how_to_go_on(tmp_path):
    path = word(tmp_path / "memo.docx", body=[("garuda.emf", b"\x01\x00\x00\x00" + b"\x00" * 80)])
    with pytest.raises(EmblemError, match="PNG"):
        candidates(path)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.png", b"", "ไม่ใช่รูป"),
        ("text.png", "ไม่ใช่รูป".encode(), "ไม่ใช่รูป"),
        ("cut.png", disc(100, "red")[:60], "ไม่ใช่รูป"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "docx"),
        ("bad.svg", b"<svg", "SVG"),
        ("white.png", disc(100, "white"), "ว่างเปล่า"),
    ],
)
def test_what_is_no_emblem_is_told_in_one_sentence(tmp_path, name, data, words):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(EmblemError, match=words):
        candidates(tmp_path / name)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(EmblemError, match="เปิดไฟล์"):
        candidates(tmp_path / "none.png")


def test_a_word_file_without_pictures_and_a_zip_that_is_no_word_file_are_told(tmp_path):
    with pytest.raises(EmblemError, match="ไม่พบรูป"):
        candidates(word(tmp_path / "memo.docx"))
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as file:
        file.writestr("a.txt", "x")
    with pytest.raises(EmblemError, match="ไม่ใช่ไฟล์ Word"):
        candidates(tmp_path / "x.zip")


def test_a_bomb_in_a_word_file_is_refused_before_it_goes_off(tmp_path):
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/_rels/document.xml.rels", "<Relationships/>")
        file.writestr("word/document.xml", b" " * 200_000_000)
    with pytest.raises(EmblemError, match="ใหญ่ผิดปกติ"):
        candidates(path)


def test_entities_in_a_word_file_are_refused(tmp_path):
    path = tmp_path / "x.docx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/_rels/document.xml.rels", "<Relationships/>")
        file.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(EmblemError, match="ไม่ปลอดภัย"):
        candidates(path)


def test_a_picture_with_too_many_points_is_refused(tmp_path, monkeypatch):
    (tmp_path / "big.png").write_bytes(disc(400, "red"))
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(EmblemError, match="ใหญ่เกินไป"):
        candidates(tmp_path / "big.png")


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} 10">{inner}</svg>'


def test_an_svg_far_wider_than_high_does_not_fill_the_memory(tmp_path):
    inner = '<rect width="100000" height="10" fill="red"/>'
    (tmp_path / "wide.svg").write_text(SVG.format(wide=100_000, inner=inner), encoding="utf-8")
    (emblem,) = candidates(tmp_path / "wide.svg")
    assert opened(emblem).width <= 4 * HEIGHT


def nested(tmp_path, depth):
    inner = "<g>" * depth + '<circle r="4" cx="5" cy="5"/>' + "</g>" * depth
    (tmp_path / "deep.svg").write_text(SVG.format(wide=10, inner=inner), encoding="utf-8")
    return tmp_path / "deep.svg"


@pytest.mark.parametrize("depth", [300, 900])
def test_an_svg_nested_deeply_is_drawn(tmp_path, depth):
    assert len(candidates(nested(tmp_path, depth))) == 1


def test_an_svg_nested_too_deeply_is_refused_and_does_not_end_the_program(tmp_path):
    with pytest.raises(EmblemError, match="SVG"):
        candidates(nested(tmp_path, 50_000))


def test_an_album_in_a_word_file_gives_its_first_pictures_alone(tmp_path):
    pictures = [(f"{n}.png", disc(20 + n, "red")) for n in range(40)]
    path = word(tmp_path / "album.docx", body=pictures)
    assert [opened(emblem).height for emblem in candidates(path)] == list(range(59, 59 - MOST_PICTURES, -1))


def test_a_word_file_with_a_damaged_part_is_told(tmp_path):
    path = word(tmp_path / "memo.docx", body=[("a.png", disc(300, "red"))])
    with zipfile.ZipFile(path) as file:
        names = file.namelist()
        parts = {name: file.read(name) for name in names}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name in names:
            file.writestr(name, parts[name] * 50 if name.endswith("document.xml") else parts[name])
    data = bytearray(path.read_bytes())
    start = data.index(b"word/document.xml") + len("word/document.xml")
    data[start : start + 40] = bytes(40)
    path.write_bytes(data)
    with pytest.raises(EmblemError, match="เสียหาย"):
        candidates(path)


def test_an_svg_loses_its_empty_border_too(tmp_path):
    inner = '<rect x="40" y="2" width="4" height="8" fill="black"/>'
    (tmp_path / "border.svg").write_text(SVG.format(wide=100, inner=inner), encoding="utf-8")
    (emblem,) = candidates(tmp_path / "border.svg")
    width, height = picture_size(emblem.image)
    assert width / height == pytest.approx(0.5, abs=0.02)
