# Asks the kernel for the network.
# ends: blocked
# seen: network
# control: user

import socket

try:
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as made:
        made.bind((0, 0))
        data = made.getsockname()
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
