# Sends a datagram to a service of this machine.
# ends: blocked
# seen: network
# permissive: blocked unseen, since it may send to its own loopback where nobody answers
# control: user

import os
import socket

try:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
        made.settimeout(2)
        made.sendto(b"hello", ("127.0.0.1", int(os.environ["VICTIM_UDP"])))
        data = made.recv(1000)
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
