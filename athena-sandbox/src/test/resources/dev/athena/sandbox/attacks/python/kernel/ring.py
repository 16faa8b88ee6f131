# Has the kernel do calls that nobody filters.
# ends: blocked
# control: user

import ctypes
import os

NUMBER = {"x86_64": 425, "aarch64": 425}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
parameters = ctypes.create_string_buffer(120)
answer = libc.syscall(NUMBER, 8, parameters)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
