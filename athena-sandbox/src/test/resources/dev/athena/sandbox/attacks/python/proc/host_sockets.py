# Lists the sockets of other programs.
# ends: blocked
# control: user

import os

with open("/proc/net/unix") as file:
    found = [line for line in file if os.environ["VICTIM_ABSTRACT"] in line]
f"GOT:{found}" if found else "BLOCKED:none is seen"
