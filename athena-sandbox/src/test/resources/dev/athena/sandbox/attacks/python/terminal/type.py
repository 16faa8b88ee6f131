# Types into the terminal that Athena was started from.
# ends: blocked
# control: terminal

import fcntl
import os
import termios

try:
    descriptor = os.open("/dev/tty", os.O_RDWR)
    fcntl.ioctl(descriptor, termios.TIOCSTI, b"x")
    verdict = f"GOT:{'typed'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
