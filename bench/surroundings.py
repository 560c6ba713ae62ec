"""What a measured program finds around it: what who uses it has, a screen or none."""

import os


def surroundings() -> dict[str, str]:
    """Return the environment of a program that is measured.

    Python may keep compiled modules, as the installed program does: not every shell allows it.
    """
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONDONTWRITEBYTECODE": ""}
