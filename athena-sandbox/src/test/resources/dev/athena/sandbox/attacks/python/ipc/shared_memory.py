# Opens memory that other programs share.
# ends: blocked
# control: user

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
answer = libc.shmget(int(os.environ["VICTIM_KEY"]), 0, 0)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
