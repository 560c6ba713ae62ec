"""Eight screens look as they did, light and dark, at two densities, also with words half as long again.

The pictures are small and grey, and compared block by block: another machine may draw a letter a little
differently, but nothing may move, vanish or change its size. `pytest tests/ui/speaking --bless` draws them
anew: look at them.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from build_spec.check import without_libthai

ROOT = Path(__file__).resolve().parents[3]
KEPT = Path(__file__).parent / "pictures"
PATIENCE = 300
BLOCK = 6
"""Pixels of a small picture that are compared as one."""
SHADES = 20
"""Of 255: by how much a block may be lighter or darker."""
SHARE = 0.004
"""Of all blocks: so many may differ by more."""
WAYS = [(language, scale) for language in ("th", "longer") for scale in ("1", "2")]
SCREENS = ("start", "table", "head", "signing", "settings", "replace", "overview", "paste")
NAMES = [f"{screen}-{look}" for screen in SCREENS for look in ("light", "dark")]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """The pictures drawn now, as on Windows, all at the same time: what is cut by way and name, and where."""
    folder = tmp_path_factory.mktemp("pictures")
    told_qt = {"QT_QPA_PLATFORM": "offscreen", "TZ": "Asia/Bangkok"}
    environment = {**os.environ, **told_qt, **without_libthai(folder)}
    running = {}
    for language, scale in WAYS:
        place = folder / f"{language}-{scale}"
        place.mkdir()
        command = [sys.executable, "-m", "tests.ui.speaking.draw", language, scale, str(place)]
        running[language, scale] = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    told = {}
    for way, process in running.items():
        out, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, err
        told[way] = json.loads(out)
    return told, folder


@pytest.mark.parametrize(("language", "scale"), WAYS)
def test_every_screen_looks_as_it_did(drawn, blessed, language, scale):
    _told, folder = drawn
    now, kept = folder / f"{language}-{scale}", KEPT / f"{language}-{scale}"
    if blessed:
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(now, kept)
    assert {path.stem for path in kept.glob("*.png")} == set(NAMES)
    changed = {name: share for name in NAMES if (share := difference(now, kept, name)) > SHARE}
    assert changed == {}


@pytest.mark.parametrize(("language", "scale"), WAYS)
def test_nothing_is_cut_on_any_screen(drawn, language, scale):
    told, _folder = drawn
    assert told[language, scale] == {}


def test_all_pictures_together_stay_small():
    assert sum(path.stat().st_size for path in KEPT.rglob("*.png")) < 1_500_000


def test_a_button_that_moved_is_seen():
    before = Image.open(KEPT / "th-1" / "table-light.png")
    after = before.copy()
    button = before.crop((210, 5, 236, 14))
    after.paste(before.crop((150, 5, 176, 14)), (210, 5))
    after.paste(button, (150, 5))
    assert share_of(before, after) > SHARE


def difference(now, kept, name):
    """The share of blocks that differ between the picture drawn now and the kept one."""
    with Image.open(now / f"{name}.png") as one, Image.open(kept / f"{name}.png") as other:
        return 1.0 if one.size != other.size else share_of(one, other)


def share_of(one, other):
    """The share of blocks by which two pictures of one size differ."""
    small = [picture.convert("L").reduce(BLOCK) for picture in (one, other)]
    shades = ImageChops.difference(*small).histogram()
    return sum(shades[SHADES + 1 :]) / sum(shades)
