# Opens the device that makes disks of files.
# ends: blocked
# control: root

import os

try:
    os.close(os.open("/dev/loop-control", os.O_RDWR))
    verdict = f"GOT:{'open'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
