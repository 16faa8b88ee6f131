# Loads a program into the kernel.
# ends: killed
# seen: process
# control: root

import ctypes
import os

NUMBER = {"x86_64": 321, "aarch64": 280}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
attributes = (ctypes.c_uint32 * 18)(2, 4, 4, 1)
answer = libc.syscall(NUMBER, 0, attributes, 72)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
