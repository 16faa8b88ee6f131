# Makes memory to share, which stays when it ends, and removes it.
# ends: blocked
# control: user

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
answer = libc.shmget(0, 4096, 0o1600)
if answer >= 0:
    libc.shmctl(answer, 0, None)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
