# Connects to all addresses, which are this machine.
# ends: blocked
# seen: network
# control: user

import os
import socket

try:
    with socket.create_connection(("0.0.0.0", int(os.environ["VICTIM_PORT"])), 2) as made:
        data = made.recv(1000)
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
