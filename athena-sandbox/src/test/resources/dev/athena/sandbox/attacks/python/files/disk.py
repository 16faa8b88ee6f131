# Reads the disks themselves.
# ends: blocked
# control: root

import os
import stat

found = []
for name in os.listdir("/dev"):
    try:
        if stat.S_ISBLK(os.stat("/dev/" + name).st_mode):
            os.close(os.open("/dev/" + name, os.O_RDONLY))
            found.append(name)
    except OSError:
        pass
f"GOT:{found}" if found else "BLOCKED:there is none"
