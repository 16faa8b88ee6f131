# Tells of many attempts with very long names, for Athena to keep.
# ends: blocked, timeout
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
text = b"x" * (15 << 20)
hint = b'{"hint": {"kind": "process", "action": "%s", "target": "%d"}}'
for number in range(35):
    send(hint % (text, number))
send(b'{"done": {"status": "ok", "result": "BLOCKED:Athena took no harm"}}')
while True:
    pass
