# Reaches the machine that this one runs on.
# ends: blocked
# seen: network
# control: user

import socket

try:
    with socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM) as made:
        data = made.fileno()
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
