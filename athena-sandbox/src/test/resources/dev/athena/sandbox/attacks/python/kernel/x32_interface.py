# Calls the kernel by its interface of x32, whose numbers are others.
# ends: killed, blocked
# control: none, hardly any kernel has it

import ctypes
import os

NUMBER = {"x86_64": 0x4000_0027, "aarch64": -1}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
