# Sets the clock, to no time in the control.
# ends: killed
# seen: process
# control: root

import ctypes
import os

NUMBER = {"x86_64": 164, "aarch64": 170}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, None, None)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
