# Reaches one port of a device.
# ends: killed, blocked
# control: root

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
# There are such ports on x86 only.
answer = libc.syscall(173, 0, 1, 1) if os.uname().machine == "x86_64" else -1
"GOT:it has them" if answer == 0 else "BLOCKED:" + os.strerror(ctypes.get_errno())
