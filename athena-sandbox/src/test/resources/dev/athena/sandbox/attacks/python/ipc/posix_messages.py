# Opens a queue of messages of other programs, by its name.
# ends: blocked
# control: user

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
answer = libc.mq_open(b"/" + os.environb[b"VICTIM_QUEUE"], os.O_RDWR)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
