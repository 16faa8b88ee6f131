# Connects to a service by a name that is no file.
# ends: blocked
# seen: network
# control: user

import os
import socket

try:
    with socket.socket(socket.AF_UNIX) as made:
        made.connect("\0" + os.environ["VICTIM_ABSTRACT"])
        data = made.recv(1000)
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
