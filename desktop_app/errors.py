"""Errors that a person can do something about, told in one Thai sentence."""


class KnownError(Exception):
    """A fault we foresaw: bad input, a full disk, a file from a newer version.

    ``sentence`` is one clear Thai sentence that says what happened and what to do next. The window
    shows it, the command line prints it on stderr and exits with 2. Whatever is not a KnownError is a
    defect of the program (see diagnostics.crash).
    """

    is_of_medium = False
    """True when the medium failed: that is over as soon as it takes something again."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
