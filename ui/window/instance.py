"""One window per database: a second start raises the first one instead of opening another."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Signal

CONNECT_MS = 200
"""How long one try to reach the first window may take."""
TRIES = 25
"""Tries before a lock without a listener counts as left behind (about 5 s: a cold start listens earlier)."""


def name_for(path: Path) -> str:
    """Return the name under which one user's windows of one database find each other."""
    whole = f"{Path.home()}\n{os.path.normcase(path.expanduser().resolve())}"
    digest = QCryptographicHash.hash(whole.encode("utf-8"), QCryptographicHash.Algorithm.Sha256)
    return "banthuek-" + digest.toHex().toStdString()[:24]


class InstanceGuard(QObject):
    """Holds the lock of one database and listens for a second start.

    The lock file carries the process id; QLockFile frees the one of a killed process by itself. When
    the id was given to another process meanwhile, nobody listens: then the lock is taken over.
    """

    raise_wanted = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name_for(path)
        self._lock_path = Path(QDir.tempPath()) / f"{self._name}.lock"
        self._lock = QLockFile(str(self._lock_path))
        self._lock.setStaleLockTime(0)
        self._server = None

    def acquire(self) -> bool:
        """Take the lock; False when a living window has it (that one is then asked to come forward)."""
        for attempt in range(TRIES):
            if self._lock.tryLock(0 if attempt == 0 else CONNECT_MS):
                return True
            if self._lock.error() != QLockFile.LockError.LockFailedError:
                return True  # no lock can be made here at all: better a window than none
            if _reach(self._name):
                return False
        self._lock_path.unlink(missing_ok=True)
        self._lock.tryLock(0)
        return True

    def listen(self) -> None:
        """Begin to hear second starts; ``raise_wanted`` tells of each."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(_option(QLocalServer.SocketOption))
        server.newConnection.connect(self._heard)
        server.listen(self._name)
        self._server = server

    def release(self) -> None:
        """Stop listening and give the lock back."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _heard(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        self.raise_wanted.emit()


def _option(options: object) -> object:
    """Return where the name lives: in Linux's own name space no file is left behind by a killed process."""
    return options.AbstractNamespaceOption if sys.platform.startswith("linux") else options.NoOptions


def _reach(name: str) -> bool:
    """Connect to the first window: the connection alone says what is wanted."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.setSocketOptions(_option(QLocalSocket.SocketOption))
    socket.connectToServer(name)
    reached = socket.waitForConnected(CONNECT_MS)
    socket.abort()
    return reached
