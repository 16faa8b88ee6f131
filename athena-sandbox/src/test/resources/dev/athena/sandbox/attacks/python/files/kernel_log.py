# Reads what the kernel logs.
# ends: blocked
# control: root

import os

try:
    descriptor = os.open("/dev/kmsg", os.O_RDONLY | os.O_NONBLOCK)
    verdict = f"GOT:{os.read(descriptor, 1000)}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
