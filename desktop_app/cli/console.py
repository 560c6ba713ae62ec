"""What a command says, and how it ends."""

import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from desktop_app.errors import KnownError
from desktop_app.language import _

OK, FINDINGS, BAD_INPUT, DEFECT, INTERRUPTED = 0, 1, 2, 3, 130


def say(text: str) -> None:
    """Write a line for the person at the console.

    Raises KnownError when it cannot be written, BrokenPipeError when nobody reads any more.
    """
    try:
        write_now(text + "\n", sys.stdout)
    except BrokenPipeError:
        raise
    except OSError as error:
        forget_output()
        raise KnownError(_("เขียนผลลัพธ์ออกไปไม่ได้ กรุณาตรวจที่ว่างของไดรฟ์ปลายทาง")) from error


def complain(sentence: str) -> None:
    """Write a sentence to stderr."""
    with suppress(OSError):
        write_now(sentence + "\n", sys.stderr)


def tell(data: object) -> None:
    """Write JSON for another program."""
    say(json.dumps(data, ensure_ascii=False, indent=2))


def told_of_file(path: Path, as_json: bool, done: str, warnings: Sequence[str] = ()) -> int:
    """Tell which file was written, and what ought to be looked at in it."""
    if as_json:
        tell({"file": str(path), "warnings": list(warnings)})
    else:
        say(f"{done}: {path}")
        for warning in warnings:
            complain(_("ควรตรวจ: {warning}").format(warning=warning))
    return OK


def write_now(text: str, stream: IO[str] | None) -> None:
    """Write now, so that a fault is told here and not when Python ends. No stream: a closed console."""
    if stream is not None:
        stream.write(text)
        stream.flush()


def forget_output() -> None:
    """Let what is still buffered for stdout go nowhere."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
