# Uses the ciphers of the kernel, a way to old faults of it.
# ends: blocked
# seen: network
# control: none, not every kernel has them

import socket

try:
    with socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET) as made:
        data = made.fileno()
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
