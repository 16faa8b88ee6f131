"""The working folder: the files of the session go in before a program, what changed comes out."""

import base64
import os
import stat

PIECE_BYTES = 1 << 20
LEFT_TOLD_MAX = 20
PATH_LENGTH_MAX = 500
NAMES_MAX = 20


class Workspace:
    def __init__(self, root):
        self.root = root
        self._before = {}
        self._now = {}

    def put(self, path, content, more):
        """Adds a piece of a file."""
        target = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "ab") as file:
            file.write(base64.b64decode(content))

    def begin(self):
        """Notes how everything is before the program."""
        self._before = dict(self._walk())

    def survey(self, limits):
        """Returns the files that fit a session, and the first paths of those that do not."""
        files, left = [], []
        room = limits["files_bytes_max"]
        self._now = dict(self._walk())
        for path in sorted(self._now):
            size = self._now[path][1]
            if is_kept(path) and len(files) < limits["files_max"] and size <= room:
                files.append({"path": path, "size": size})
                room -= size
            elif len(left) < LEFT_TOLD_MAX:
                left.append(path)
        return files, left

    def send_changes(self, channel, files):
        """Sends what is new or different of the files of a survey, and what is gone."""
        for file in files:
            path = file["path"]
            if self._now[path] != self._before.get(path):
                self._send(channel, path)
        for path in sorted(self._before.keys() - self._now.keys()):
            channel.send("removed", {"path": path})

    def _send(self, channel, path):
        with open(os.path.join(self.root, path), "rb") as file:
            piece = file.read(PIECE_BYTES)
            while True:
                following = file.read(PIECE_BYTES)
                content = base64.b64encode(piece).decode("ascii")
                channel.send("file", {"path": path, "content": content, "more": bool(following)})
                if not following:
                    return
                piece = following

    def _walk(self):
        """Yields regular files with marks that differ when they were written."""
        for folder, names, files in os.walk(self.root):
            names[:] = [name for name in names if name != "__pycache__"]
            for name in files:
                path = os.path.join(folder, name)
                try:
                    info = os.lstat(path)
                except OSError:
                    continue
                if stat.S_ISREG(info.st_mode):
                    mark = (info.st_mtime_ns, info.st_size, info.st_ino)
                    yield os.path.relpath(path, self.root), mark


def is_kept(path):
    """Says what Athena keeps: another path would end the program."""
    return (
        len(path) <= PATH_LENGTH_MAX
        and path.count("/") < NAMES_MAX
        and not any(c < " " or c in "\x7f\\" or "\ud800" <= c <= "\udfff" for c in path)
    )
