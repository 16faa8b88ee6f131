# Ends with an error whose every part is very long.
# ends: error
# control: frames
# configurations: balanced

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
text = b"x" * (3 << 20)
names = (b"type", b"message", b"hint", b"code", b"traceback")
parts = b",".join(b'"%s":"%s"' % (name, text) for name in names)
send(b'{"done": {"status": "error", "error": {' + parts + b"}}}")
while True:
    pass
