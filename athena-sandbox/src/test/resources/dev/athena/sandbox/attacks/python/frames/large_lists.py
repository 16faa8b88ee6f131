# Ends with very many files and notes.
# ends: blocked
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
file = b'{"path": "' + b"x" * 5_000 + b'%d", "size": 1}'
files = b",".join(file % number for number in range(1_000))
left = b",".join(b'"%s%d"' % (b"y" * 200, number) for number in range(40_000))
send(b'{"done": {"status": "ok", "files": [' + files + b'], "files_left": [' + left + b'], '
     b'"result": "BLOCKED:Athena took no harm"}}')
while True:
    pass
