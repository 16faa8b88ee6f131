# Changes who handles what is typed, a way to old faults of the kernel.
# ends: blocked
# control: user

import fcntl
import os
import termios

try:
    try:
        _, terminal = os.openpty()
    except OSError:
        terminal = 2
    fcntl.ioctl(terminal, termios.TIOCSETD, bytes(4))
    verdict = f"GOT:{'changed'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
