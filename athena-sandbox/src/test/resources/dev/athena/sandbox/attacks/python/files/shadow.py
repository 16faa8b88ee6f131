# Reads the passwords of the users.
# ends: blocked
# seen: filesystem
# control: root

import os

try:
    with open("/etc/shadow") as file:
        text = file.read()
    verdict = f"GOT:{text}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
