"""ReportLab's PDF objects, without what they load beside them and we never use.

`reportlab.pdfbase.pdfdoc` imports Pillow and the measures of the fourteen fonts of every PDF reader: two
fifths of the time that it takes to load, when a whole short memo is printed in three times as much.
"""

import codecs
import importlib.util
import sys


def _load_when_used(name: str) -> None:
    """Let a module be loaded when something in it is first asked for, unless it is loaded already."""
    if name in sys.modules:
        return
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        raise ImportError(name)
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    package, _, last = name.rpartition(".")
    setattr(sys.modules[package], last, module)


def _find_codec(name: str) -> codecs.CodecInfo | None:
    """Find ReportLab's encoding of a file's own syntax, which is ASCII, without the fonts beside it."""
    return codecs.lookup("latin-1") if name == "extpdfdoc" else None


_load_when_used("PIL.Image")
_load_when_used("reportlab.pdfbase.pdfmetrics")
codecs.register(_find_codec)

from reportlab.pdfbase import pdfdoc  # noqa: E402

__all__ = ["pdfdoc"]
