# Has the kernel ask a program outside for a key.
# ends: killed
# seen: process
# control: user

import ctypes
import errno
import os

NUMBER = {"x86_64": 249, "aarch64": 218}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, b"user", b"none", None, -3)
error = ctypes.get_errno()
reached = answer >= 0 or error not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
"GOT:the call reached the kernel" if reached else f"BLOCKED:{os.strerror(error)}"
