# Reads what the kernel logs.
# ends: killed
# seen: process
# control: root

import ctypes
import os

NUMBER = {"x86_64": 103, "aarch64": 116}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
log = ctypes.create_string_buffer(4096)
answer = libc.syscall(NUMBER, 3, log, 4096)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
