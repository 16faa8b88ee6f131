"""Frames between the runner and Athena, and the streams that a program writes to.

A frame is the length of what follows, in four bytes, the highest first, and one JSON object.
"""

import codecs
import fcntl
import io
import json
import os
import struct
import threading
import time

FRAME_BYTES_MAX = 16 * 1024 * 1024
_LENGTH = struct.Struct(">I")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Channel:
    """The pipe to Athena. Frames of several threads never mix."""

    def __init__(self):
        self._in = _move_away(0)
        self._out = _move_away(1)
        null = os.open("/dev/null", os.O_RDWR)
        os.dup2(null, 0)
        os.close(null)
        os.dup2(2, 1)
        self._sending = threading.RLock()
        self.before_sending = ()

    def has_input(self):
        import select

        return bool(select.select([self._in], [], [], 0)[0])

    def end_errors(self):
        """Says on descriptor 2 that all of the program's is written; see the protocol."""
        try:
            os.write(2, b"\0athena:end\0")
        except OSError:
            pass  # the program closed it

    def send(self, kind, body):
        self.send_raw(_encode({kind: body}).encode("utf-8", "replace"))

    def send_raw(self, payload):
        """Sends what is a frame's JSON already, as bytes."""
        if len(payload) > FRAME_BYTES_MAX:
            raise ValueError(f"more than {FRAME_BYTES_MAX:,} bytes at once")
        with self._sending:
            self._write(_LENGTH.pack(len(payload)) + payload)

    def receive(self):
        """Returns the kind and the body of the next frame; ends the process if there is none."""
        (length,) = _LENGTH.unpack(self._read(_LENGTH.size))
        ((kind, body),) = json.loads(self._read(length)).items()
        return kind, body

    def _write(self, data):
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self._out, rest) :]

    def _read(self, length):
        parts = []
        while length:
            part = os.read(self._in, min(length, 1 << 20))
            if not part:
                os._exit(0)
            parts.append(part)
            length -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)


def _move_away(descriptor):
    """Copies a descriptor to where a program does not expect one."""
    return fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 20)


class Output(io.RawIOBase):
    """What a program writes to one of its streams, as frames of text.

    The first lines go out one by one, so that little is lost if the program is ended; from then on
    many go together.
    """

    ONE_BY_ONE = 300
    TOGETHER_BYTES = 32 * 1024
    TOGETHER_SECONDS = 0.05

    def __init__(self, channel, kind):
        self._channel = channel
        self._kind = kind
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._lock = threading.RLock()
        self._waiting = bytearray()
        self._sent = 0
        self._last = 0.0

    def writable(self):
        return True

    def write(self, data):
        with self._lock:
            self._waiting += data
            now = time.monotonic()
            if (
                self._sent < self.ONE_BY_ONE
                or len(self._waiting) >= self.TOGETHER_BYTES
                or now - self._last >= self.TOGETHER_SECONDS
            ):
                self._last = now
                self.send()
        return len(data)

    def send(self, final=False):
        with self._lock:
            waiting, self._waiting = self._waiting, bytearray()
            for start in range(0, max(len(waiting), 1), 1 << 20):
                piece = bytes(waiting[start : start + (1 << 20)])
                last = final and start + (1 << 20) >= len(waiting)
                text = self._decoder.decode(piece, last)
                if text:
                    self._sent += 1
                    self._channel.send(self._kind, {"text": text})


def text_stream(output):
    return io.TextIOWrapper(
        io.BufferedWriter(output, 8192),
        encoding="utf-8",
        errors="backslashreplace",
        line_buffering=True,
    )
