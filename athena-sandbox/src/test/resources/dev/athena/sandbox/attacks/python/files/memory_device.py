# Reads the memory of the machine.
# ends: blocked
# control: root

import os

try:
    names = ("/dev/mem", "/dev/port", "/dev/kvm", "/dev/fuse")
    name = next(name for name in names if os.path.exists(name))
    os.close(os.open(name, os.O_RDWR))
    verdict = f"GOT:{name}"
except (OSError, StopIteration) as error:
    verdict = f"BLOCKED:{error}"
verdict
