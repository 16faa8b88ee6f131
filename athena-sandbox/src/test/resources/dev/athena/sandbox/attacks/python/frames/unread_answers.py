# Calls without reading what it is answered.
# ends: timeout, limit api_mb
# control: frames
# configurations: balanced
# limits: timeout_seconds=2

import fcntl
import os
import stat
import struct


def is_pipe_out(descriptor):
    try:
        mode = os.fstat(descriptor).st_mode
        return stat.S_ISFIFO(mode) and fcntl.fcntl(descriptor, fcntl.F_GETFL) & 3 == os.O_WRONLY
    except OSError:
        return False


def send(data, length=None):
    data = struct.pack(">I", len(data) if length is None else length) + data
    while data:
        data = data[os.write(pipe, data) :]


pipe = next(number for number in range(63, 2, -1) if is_pipe_out(number))
text = b"x" * (200 << 10)
for number in range(1_000):
    send(b'{"call": {"id": %d, "operation": "recall", "arguments": {"x": "%s"}}}' % (number, text))
"GOT:Athena took it"
