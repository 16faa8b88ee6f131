# Lists which connections other programs have.
# ends: blocked
# seen: filesystem
# control: user

import os

port = ":%04X " % int(os.environ["VICTIM_PORT"])
with open("/proc/net/tcp") as file:
    found = [line for line in file if port in line]
f"GOT:{found}" if found else "BLOCKED:none is seen"
