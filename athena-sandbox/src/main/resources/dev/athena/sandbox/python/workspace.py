"""The working folder: the files of the session go in before a program, what changed comes out."""

import base64
import os
import stat

PIECE_BYTES = 1 << 20


class Workspace:
    def __init__(self, root):
        self.root = root
        self._before = {}

    def put(self, path, content, more):
        """Adds a piece of a file."""
        target = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "ab") as file:
            file.write(base64.b64decode(content))

    def begin(self):
        """Notes how everything is before the program."""
        self._before = dict(self._walk())

    def files(self):
        return [{"path": path, "size": mark[1]} for path, mark in sorted(self._walk())]

    def send_changes(self, channel, limits):
        """Sends what is new or different; returns a sentence for each file that is not."""
        now = dict(self._walk())
        notes = []
        left = limits["files_bytes_max"]
        for path in sorted(now):
            if now[path] == self._before.get(path):
                continue
            if len(notes) > 20:
                break
            size = now[path][1]
            if size > left:
                notes.append(path)
                continue
            left -= size
            self._send(channel, path)
        for path in sorted(self._before.keys() - now.keys()):
            channel.send("removed", {"path": path})
        return notes

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
