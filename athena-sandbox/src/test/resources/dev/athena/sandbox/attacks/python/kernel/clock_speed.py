# Changes how fast the clock goes.
# ends: killed
# seen: process
# control: user

import ctypes
import os

NUMBER = {"x86_64": 159, "aarch64": 171}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
timex = ctypes.create_string_buffer(512)
answer = libc.syscall(NUMBER, timex)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
