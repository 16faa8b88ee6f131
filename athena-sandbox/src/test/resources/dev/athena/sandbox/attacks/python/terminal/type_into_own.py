# Types into a terminal that it made itself.
# ends: blocked
# control: root

import fcntl
import os
import termios

try:
    try:
        _, terminal = os.openpty()
    except OSError:
        terminal = 2
    fcntl.ioctl(terminal, termios.TIOCSTI, b"x")
    verdict = f"GOT:{'typed'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
