# Asks Docker for a container that may do anything.
# ends: blocked
# seen: network
# control: user

import os
import socket

try:
    with socket.socket(socket.AF_UNIX) as made:
        made.connect(os.environ["VICTIM_FOLDER"] + "/docker.sock")
        made.sendall(b"GET /version HTTP/1.1\r\nHost: docker\r\n\r\n")
        data = made.recv(1000)
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
