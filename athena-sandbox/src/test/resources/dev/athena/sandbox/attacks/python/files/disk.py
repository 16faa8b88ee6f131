# Reads the disk itself.
# ends: blocked
# control: root

import os

try:
    with open("/proc/partitions") as file:
        names = [line.split()[3] for line in file.readlines()[2:]]
    with open("/dev/" + names[0], "rb") as disk:
        data = disk.read(512)
    verdict = f"GOT:{len(data)}"
except (OSError, IndexError) as error:
    verdict = f"BLOCKED:{error}"
verdict
