"""Bundles with a password that no program should believe, made by who knows it and by who does not."""

import io
import json
import random
import struct
import zipfile
from collections.abc import Iterator
from datetime import datetime

from bench.faulty import damage
from bench.faulty.damage import Damage
from desktop_app.backup.layout import ABOUT, HEX, MANIFEST, NOTE, TITLE, is_name_of_part, read_layout
from desktop_app.backup.lock import METHOD
from desktop_app.backup.writing import Entries, Source, at_once

PASSWORD, ANOTHER = "a safe Word 42!", "another Word 43!"


def damages(good: bytes, chance: random.Random) -> Iterator[Damage]:
    """Damage a bundle with a password in every way that needs no knowledge of it, without end."""
    yield from damage.truncations(good)
    yield from told_otherwise(good)
    while True:
        yield from damage.flips(good, 30, chance)
        yield from damage.garbage(good, 20, chance)
        yield from resealed_flips(good, 20, chance)


def resealed_flips(good: bytes, count: int, chance: random.Random) -> Iterator[Damage]:
    """Flip a bit in a part and forge the seal, as anybody can."""
    regions = read_layout(io.BytesIO(good)).regions
    for _ in range(count):
        region = chance.choice(regions)
        place = region.start + chance.randrange(region.size)
        changed = good[:place] + bytes([good[place] ^ 1 << chance.randrange(8)]) + good[place + 1 :]
        yield f"a bit of byte {place}, in {region.name}, sealed anew", damage.resealed(changed)


def told_otherwise(good: bytes) -> Iterator[Damage]:
    """Change what is told of a bundle without its password, and forge the seal."""
    about = next(region for region in read_layout(io.BytesIO(good)).regions if region.name == ABOUT)
    text = good[about.start : about.start + about.size]
    told = json.loads(text)
    for name in ("office", "made_at", "reason", "program"):
        value = str(told[name]).encode()
        lie = text.replace(value, value[:-1] + bytes([value[-1] ^ 1]))
        if lie != text:
            yield (
                f"another {name} told",
                damage.resealed(good[: about.start] + lie + good[about.start + about.size :]),
            )
    unlocked = good.replace(struct.pack("<H", METHOD), struct.pack("<H", 0))
    yield "said to be without a password", damage.resealed(unlocked)


def forged(good: bytes, other: bytes, password: str = PASSWORD) -> Iterator[Damage]:
    """Forge bundles as one can who knows the password, out of two bundles that have none."""
    parts = damage.parts_of(good)
    yield "locked by another password", locked(parts, ANOTHER)
    for what, lie in damage.lies(good, other):
        if all(map(is_name_of_part, lie)):
            yield f"locked: {what}", locked(lie, password)


def locked(parts: dict[str, bytes], password: str) -> bytes:
    """Lock parts under a manifest that knows of it."""
    parts = _told_locked(parts)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as bundle:
        entries = Entries(bundle, datetime(2024, 3, 18, 9, 30), password.encode())
        for name, data in parts.items():
            entries.add(name, Source(len(data), lambda data=data: at_once(data)))
        bundle.comment = TITLE + b"0" * HEX
    return damage.resealed(file.getvalue())


def _told_locked(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Add what is told without the password; a manifest that is none stays so."""
    try:
        manifest = json.loads(parts[MANIFEST])
        about = json.dumps({**manifest, "locked": True, "counts": {}, "reports": [], "parts": {}}).encode()
        if manifest.get("parts"):
            manifest["parts"] |= json.loads(damage.told({MANIFEST: b"{}", ABOUT: about})[MANIFEST])["parts"]
        own = json.dumps({**manifest, "locked": True}).encode()
    except (ValueError, KeyError, RecursionError, AttributeError):
        return {**parts, ABOUT: parts.get(MANIFEST, b"")[:1000]}
    rest = {name: data for name, data in parts.items() if name not in (NOTE, MANIFEST)}
    return {NOTE: parts.get(NOTE, b""), ABOUT: about, **rest, MANIFEST: own}
