"""Where the files that ship with the program lie: beside the source, in a wheel, or frozen."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a shipped file, for example ``resource("forms", "memo.toml")``."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root.joinpath("resources", *parts)
