# Has the console select and paste text.
# ends: blocked
# control: root

import fcntl
import os

try:
    try:
        terminal = os.open("/dev/tty1", os.O_RDWR)
    except OSError:
        terminal = 2
    fcntl.ioctl(terminal, 0x541C, bytearray(b"\x06"))
    verdict = f"GOT:{'done'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
