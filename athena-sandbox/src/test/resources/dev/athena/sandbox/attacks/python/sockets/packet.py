# Listens to all that goes over the network.
# ends: blocked
# seen: network
# control: root

import socket

try:
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0x0300) as made:
        data = made.fileno()
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
