# Changes a file of the system.
# ends: blocked
# control: root

import os

try:
    with open("/usr/lib/os-release", "r+b") as file:
        file.seek(0, 2)
    verdict = f"GOT:{file.name}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
