# Reads files that Athena had open when it started the program.
# ends: blocked
# control: user

import os
import stat

found = []
for descriptor in range(64):
    try:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.lseek(descriptor, 0, os.SEEK_SET)
            if b"terces-smitciv-eht"[::-1] in os.read(descriptor, 1_000):
                found.append(descriptor)
    except OSError:
        pass
f"GOT:{found}" if found else "BLOCKED:none is open"
