# Reads the names of the users.
# ends: blocked
# seen: filesystem
# control: user

import os

try:
    with open("/etc/passwd") as file:
        text = file.read()
    verdict = f"GOT:{text}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
