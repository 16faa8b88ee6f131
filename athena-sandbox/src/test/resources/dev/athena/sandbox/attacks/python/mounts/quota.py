# Changes the quotas of a disk.
# ends: killed
# seen: process
# control: user

import ctypes
import errno
import os

NUMBER = {"x86_64": 179, "aarch64": 60}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, 0x800001 << 8, None, 0, None)
error = ctypes.get_errno()
reached = answer >= 0 or error not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
"GOT:the call reached the kernel" if reached else f"BLOCKED:{os.strerror(error)}"
