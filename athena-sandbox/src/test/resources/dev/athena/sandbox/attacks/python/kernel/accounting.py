# Has the kernel note all that anybody does.
# ends: killed
# seen: process
# control: root

import ctypes
import errno
import os

NUMBER = {"x86_64": 163, "aarch64": 89}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, b"/none/here")
error = ctypes.get_errno()
reached = answer >= 0 or error not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
"GOT:the call reached the kernel" if reached else f"BLOCKED:{os.strerror(error)}"
