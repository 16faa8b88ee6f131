# Types into a terminal that it made itself.
# ends: blocked
# control: root

import fcntl
import os
import termios

try:
    _, terminal = os.openpty()
    fcntl.ioctl(terminal, termios.TIOCSTI, b"x")
    verdict = f"GOT:{'typed'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
