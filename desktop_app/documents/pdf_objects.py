"""ReportLab's PDF objects, without what they load beside them and we never use.

`reportlab.pdfbase.pdfdoc` imports Pillow and the measures of the fourteen fonts of every PDF reader: two
fifths of the time that it takes to load, when a whole short memo is printed in three times as much.
"""

import codecs
import importlib.util
import sys


def _put_off(name: str) -> bool:
    """Let a module be loaded when something in it is first asked for; False when it is loaded already."""
    if name in sys.modules:
        return False
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        raise ImportError(name)
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    package, _, last = name.rpartition(".")
    setattr(sys.modules[package], last, module)
    return True


def _forget(name: str) -> None:
    """Leave a module that was put off to those who have it: others load it as ever, safe in any thread."""
    package, _, last = name.rpartition(".")
    delattr(sys.modules[package], last)
    del sys.modules[name]


def _find_codec(name: str) -> codecs.CodecInfo | None:
    """Find ReportLab's encoding of a file's own syntax, which is ASCII, without the fonts beside it."""
    return codecs.lookup("latin-1") if name == "extpdfdoc" else None


_put_off("reportlab.pdfbase.pdfmetrics")
codecs.register(_find_codec)
_without_pillow = _put_off("PIL.Image")

from reportlab.pdfbase import pdfdoc  # noqa: E402

if _without_pillow:
    _forget("PIL.Image")

__all__ = ["pdfdoc"]
