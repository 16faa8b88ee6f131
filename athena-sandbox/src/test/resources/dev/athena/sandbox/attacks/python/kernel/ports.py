# Reaches the ports of devices.
# ends: killed, blocked
# control: none, this kernel may not know the call

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
# There are such ports on x86 only.
answer = libc.syscall(172, 3) if os.uname().machine == "x86_64" else -1
"GOT:it has them" if answer == 0 else "BLOCKED:" + os.strerror(ctypes.get_errno())
