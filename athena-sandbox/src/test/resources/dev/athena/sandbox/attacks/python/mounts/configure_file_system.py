# Configures a file system by the new calls.
# ends: killed
# seen: process
# control: user

import ctypes
import errno
import os

NUMBER = {"x86_64": 431, "aarch64": 431}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, -1, 6, None, None, 0)
error = ctypes.get_errno()
reached = answer >= 0 or error not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
"GOT:the call reached the kernel" if reached else f"BLOCKED:{os.strerror(error)}"
