# Measures the kernel, and other programs.
# ends: killed
# seen: process
# control: root

import ctypes
import os

NUMBER = {"x86_64": 298, "aarch64": 241}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
attributes = (ctypes.c_uint32 * 32)(1, 128)
answer = libc.syscall(NUMBER, attributes, 0, -1, -1, 0)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
