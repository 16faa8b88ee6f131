# Opens a queue of messages of other programs.
# ends: blocked
# control: user

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
answer = libc.msgget(int(os.environ["VICTIM_KEY"]), 0)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
