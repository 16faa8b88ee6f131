# Connects to a service by a file.
# ends: blocked
# seen: network
# control: user

import os
import socket

try:
    with socket.socket(socket.AF_UNIX) as made:
        made.connect(os.environ["VICTIM_FOLDER"] + "/service.sock")
        data = made.recv(1000)
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
