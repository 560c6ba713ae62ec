"""What the frozen program starts with: one script for the console program and the windowed one."""

import sys
from pathlib import Path

from ui.entry import main, window_main

if __name__ == "__main__":
    windowed = Path(sys.executable).stem.endswith("-window")
    sys.exit(window_main() if windowed else main())
