"""Draws the photos of the sample office: invented places and people without faces, each marked as an example.

Run: .venv/bin/python -m build_spec.sample_photos
"""

import io
from pathlib import Path

import resvg_py
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
PHOTOS = ROOT / "resources" / "sample" / "photos"
FONT = ROOT / "resources" / "fonts" / "sarabun" / "Sarabun-Bold.ttf"
SHIRTS = ("#c0563f", "#3f7fb0", "#d6a23a", "#5b8f5a", "#8a5a9e", "#4c5a78")
SKINS = ("#c99b77", "#b98562", "#d8ad8a")
HAIRS = ("#2b2320", "#3a2e28", "#191614")


def person(x: float, y: float, size: float, number: int) -> str:
    """Return somebody seen from the front, whose shoulders are ``size`` wide, with the chin at (x, y)."""
    head, arm = size * 0.27, size * 0.38
    return (
        f'<path d="M{x - size / 2} {y + size * 1.5} v{-size} q0 {-arm} {arm} {-arm} h{size * 0.24} '
        f'q{arm} 0 {arm} {arm} v{size} z" fill="{SHIRTS[number % 6]}"/>'
        f'<rect x="{x - head * 0.35}" y="{y - head * 0.3}" width="{head * 0.7}" height="{head}" '
        f'fill="{SKINS[number % 3]}"/>'
        f'<circle cx="{x}" cy="{y - head}" r="{head}" fill="{SKINS[number % 3]}"/>'
        f'<path d="M{x - head} {y - head} a{head} {head} 0 0 1 {head * 2} 0 '
        f'q{-head} {-head * 0.7} {-head * 2} 0" fill="{HAIRS[number % 3]}"/>'
    )


def banner(x: float, y: float, width: float, height: float, words: str, colour: str = "#1f5f8b") -> str:
    """Return a cloth with words in its middle."""
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="{colour}"/>'
        f'<text x="{x + width / 2}" y="{y + height * 0.66}" font-size="{height * 0.46}" fill="#fff" '
        f'text-anchor="middle">{words}</text>'
    )


def meeting() -> str:
    """Draw people at a long table below a banner."""
    seats = "".join(person(150 + 180 * at, 430, 130, at) for at in range(6))
    papers = "".join(
        f'<rect x="{105 + 180 * at}" y="640" width="90" height="26" fill="#f8f6ef" transform="skewX(-8)"/>'
        for at in range(6)
    )
    return (
        '<rect width="1200" height="900" fill="#e9e1d2"/>'
        '<rect y="760" width="1200" height="140" fill="#b9a88c"/>'
        + banner(200, 80, 800, 130, "ประชุมชี้แจงมาตรการ")
        + seats
        + '<path d="M40 600 H1160 L1200 720 H0 z" fill="#8d6a48"/><rect y="720" width="1200" height="110" '
        + f'fill="#6f5137"/>{papers}'
    )


def presentation() -> str:
    """Draw somebody who shows a chart to others."""
    bars = "".join(
        f'<rect x="{520 + 90 * at}" y="{420 - high}" width="56" height="{high}" fill="{SHIRTS[at]}"/>'
        for at, high in enumerate((90, 140, 120, 190, 230))
    )
    backs = "".join(
        f'<circle cx="{170 + 215 * at}" cy="700" r="62" fill="{HAIRS[at % 3]}"/>'
        f'<rect x="{85 + 215 * at}" y="762" width="170" height="150" rx="60" fill="{SHIRTS[at]}"/>'
        for at in range(5)
    )
    return (
        '<rect width="1200" height="900" fill="#dfe6ea"/><rect x="430" y="90" width="640" height="400" '
        'fill="#fff" stroke="#7d8a94" stroke-width="10"/>'
        '<text x="750" y="150" font-size="44" text-anchor="middle" fill="#1d2733">'
        f"ผลการใช้จ่ายงบประมาณ</text>{bars}"
        '<path d="M490 425 H1010" stroke="#1d2733" stroke-width="4"/>'
        f"{person(270, 330, 170, 1)}"
        f'<path d="M330 400 L470 330" stroke="{SHIRTS[1]}" stroke-width="34" stroke-linecap="round"/>{backs}'
    )


def outdoors(width: int, height: int, ground: int) -> str:
    """Draw sky, hills and grass."""
    return (
        f'<rect width="{width}" height="{height}" fill="#a9d3ec"/><circle cx="{width - 150}" cy="130" r="64" '
        f'fill="#f6d77a"/><path d="M0 {ground} q{width * 0.2} -170 {width * 0.45} -40 q{width * 0.25} -150 '
        f'{width * 0.55} 20 V{height} H0 z" fill="#86b38a"/>'
        f'<rect y="{ground}" width="{width}" height="{height - ground}" fill="#9cb86c"/>'
    )


def building(x: float, y: float, width: float) -> str:
    """Draw an office of two floors, its foot at ``y``."""
    height = width * 0.5
    windows = "".join(
        f'<rect x="{x + width * (0.06 + 0.16 * at)}" y="{y - height * (0.82 - 0.42 * floor)}" '
        f'width="{width * 0.1}" height="{height * 0.22}" fill="#7fa6bd"/>'
        for at in range(6)
        for floor in (0, 1)
    )
    return (
        f'<rect x="{x}" y="{y - height}" width="{width}" height="{height}" fill="#f0e8d8"/>{windows}'
        f'<path d="M{x - 30} {y - height} L{x + width / 2} {y - height * 1.42} '
        f'L{x + width + 30} {y - height} z" fill="#a4533c"/>'
    )


def tree(x: float, y: float, size: float) -> str:
    """Draw a tree whose foot is at (x, y)."""
    return (
        f'<rect x="{x - size * 0.07}" y="{y - size * 0.6}" width="{size * 0.14}" height="{size * 0.6}" '
        f'fill="#7a5a3c"/><circle cx="{x}" cy="{y - size * 0.85}" r="{size * 0.42}" fill="#4f8a52"/>'
    )


def declaration() -> str:
    """Draw people with a banner before their office."""
    people = "".join(person(180 + 120 * at, 560 + 22 * (at % 2), 112, at) for at in range(8))
    return (
        outdoors(1200, 900, 620)
        + building(260, 640, 680)
        + tree(120, 660, 240)
        + tree(1080, 660, 260)
        + people
        + banner(220, 690, 760, 110, "งดให้ งดรับ ของขวัญทุกชนิด", "#2e7d4f")
    )


def poster() -> str:
    """Draw a board with a poster, and two who read it; higher than wide."""
    lines = "".join(
        f'<rect x="270" y="{470 + 46 * at}" width="{360 - 60 * (at % 2)}" height="14" fill="#9aa6b2"/>'
        for at in range(4)
    )
    return (
        outdoors(900, 1200, 860)
        + tree(90, 900, 300)
        + '<rect x="170" y="160" width="560" height="560" fill="#8d6a48"/>'
        + '<rect x="200" y="190" width="500" height="500" fill="#fffdf6"/>'
        + '<text x="450" y="290" font-size="70" text-anchor="middle" fill="#b3372f">ไม่รับของขวัญ</text>'
        + '<text x="450" y="390" font-size="62" text-anchor="middle" fill="#1d2733">No Gift Policy</text>'
        + lines
        + '<rect x="250" y="720" width="28" height="200" fill="#6f5137"/>'
        + '<rect x="622" y="720" width="28" height="200" fill="#6f5137"/>'
        + person(330, 850, 190, 2)
        + person(590, 880, 180, 4)
    )


def exhibition() -> str:
    """Draw a desk with leaflets under a tent, and visitors."""
    leaflets = "".join(
        f'<rect x="{330 + 92 * at}" y="560" width="70" height="44" fill="{SHIRTS[at]}"/>' for at in range(6)
    )
    return (
        outdoors(1200, 900, 600)
        + tree(110, 640, 250)
        + '<path d="M220 300 L600 150 L980 300 z" fill="#3f7fb0"/>'
        + '<rect x="240" y="300" width="16" height="400" fill="#7d8a94"/>'
        + '<rect x="944" y="300" width="16" height="400" fill="#7d8a94"/>'
        + banner(280, 306, 640, 84, "จุดรับฟังความคิดเห็นประชาชน")
        + person(480, 470, 120, 3)
        + person(720, 470, 120, 5)
        + '<rect x="290" y="590" width="620" height="170" fill="#f0e8d8"/>'
        + leaflets
        + person(330, 700, 150, 0)
        + person(860, 710, 150, 1)
    )


DRAWINGS = {
    "measures-photos-1-1": (meeting(), 1200, 900),
    "measures-photos-1-2": (presentation(), 1200, 900),
    "measures-photos-2-1": (declaration(), 1200, 900),
    "measures-photos-2-2": (poster(), 900, 1200),
    "measures-photos-2-3": (exhibition(), 1200, 900),
}
"""Form, number of the activity, number of the photo -> drawing, width, height."""


def main() -> None:
    """Write every photo as a JPEG."""
    PHOTOS.mkdir(parents=True, exist_ok=True)
    for name, (drawing, width, height) in DRAWINGS.items():
        mark = (
            f'<rect x="{width - 250}" y="{height - 64}" width="250" height="64" fill="#000" opacity="0.45"/>'
            f'<text x="{width - 125}" y="{height - 20}" font-size="40" fill="#fff" text-anchor="middle">'
            "ภาพตัวอย่าง</text>"
        )
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'font-family="Sarabun" font-weight="bold">{drawing}{mark}</svg>'
        )
        png = bytes(resvg_py.svg_to_bytes(svg_string=svg, font_files=[str(FONT)]))
        with Image.open(io.BytesIO(png)) as image:
            image.convert("RGB").save(PHOTOS / f"{name}.jpg", quality=82, optimize=True)
        print(f"{name}.jpg: {(PHOTOS / f'{name}.jpg').stat().st_size} bytes")


if __name__ == "__main__":
    main()
