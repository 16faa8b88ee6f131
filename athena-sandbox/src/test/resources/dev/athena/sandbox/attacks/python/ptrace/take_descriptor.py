# Takes an open file from another program.
# ends: killed
# seen: process
# control: user

import ctypes
import errno
import os

NUMBER = {"x86_64": 438, "aarch64": 438}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
try:
    open_process = os.pidfd_open(int(os.environ["VICTIM_PID"]))
except ProcessLookupError:
    open_process = -1
answer = libc.syscall(NUMBER, open_process, 0, 0)
error = ctypes.get_errno()
reached = answer >= 0 or error not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
"GOT:the call reached the kernel" if reached else f"BLOCKED:{os.strerror(error)}"
