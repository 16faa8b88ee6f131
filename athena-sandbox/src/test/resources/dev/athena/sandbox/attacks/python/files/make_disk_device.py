# Makes a device file of the disk for itself.
# ends: blocked
# control: root

import os
import stat

try:
    with open("/proc/partitions") as file:
        major, minor = file.readlines()[2].split()[:2]
    os.mknod("disk", stat.S_IFBLK | 0o600, os.makedev(int(major), int(minor)))
    verdict = f"GOT:{os.stat('disk').st_rdev}"
except (OSError, IndexError) as error:
    verdict = f"BLOCKED:{error}"
verdict
