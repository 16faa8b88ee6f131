# Changes which libraries programs load.
# ends: blocked
# control: root

import os

try:
    with open("/etc/ld.so.cache", "r+b") as file:
        file.seek(0, 2)
    verdict = f"GOT:{file.name}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
