# Changes the table of its segments, a way to old faults of the kernel.
# ends: killed, blocked
# control: user

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
table = ctypes.create_string_buffer(64)
answer = libc.syscall(154, 0, table, 64) if os.uname().machine == "x86_64" else -1
"GOT:it can" if answer >= 0 else "BLOCKED:" + os.strerror(ctypes.get_errno())
