# Turns the protection of its addresses off.
# ends: blocked
# control: user

import ctypes
import os

NUMBER = {"x86_64": 135, "aarch64": 92}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, 0x40000)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
