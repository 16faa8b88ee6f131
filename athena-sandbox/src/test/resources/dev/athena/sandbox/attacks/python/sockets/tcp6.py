# Connects to a service of this machine by IPv6.
# ends: blocked
# seen: network
# permissive: blocked unseen, since it may connect to its own loopback where nobody listens
# control: user

import os
import socket

try:
    with socket.create_connection(("::1", int(os.environ["VICTIM_PORT6"])), 2) as made:
        data = made.recv(1000)
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
