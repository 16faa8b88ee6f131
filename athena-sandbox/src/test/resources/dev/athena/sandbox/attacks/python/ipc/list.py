# Lists what memory other programs share.
# ends: blocked
# control: user

import os

with open("/proc/sysvipc/shm") as file:
    found = [line for line in file if os.environ["VICTIM_KEY"] in line.split()]
f"GOT:{found}" if found else "BLOCKED:nothing is seen"
