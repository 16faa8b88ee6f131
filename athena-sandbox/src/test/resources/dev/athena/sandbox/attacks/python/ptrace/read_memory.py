# Reads the memory of another program.
# ends: killed
# seen: process
# control: user

import ctypes
import errno
import os

NUMBER = {"x86_64": 310, "aarch64": 270}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
pid = int(os.environ["VICTIM_PID"])
local = (ctypes.c_void_p * 2)(ctypes.addressof(ctypes.create_string_buffer(8)), 8)
answer = libc.syscall(NUMBER, pid, ctypes.byref(local), 1, ctypes.byref(local), 1, 0)
error = ctypes.get_errno()
reached = answer >= 0 or error not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
"GOT:the call reached the kernel" if reached else f"BLOCKED:{os.strerror(error)}"
