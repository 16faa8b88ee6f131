# Gives a file rights of its own.
# ends: blocked
# control: root

import os

try:
    with open("tool", "w"):
        pass
    rights = bytes.fromhex("0100000200000400000000000000000000000000")
    os.setxattr("tool", "security.capability", rights)
    verdict = f"GOT:{'given'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
