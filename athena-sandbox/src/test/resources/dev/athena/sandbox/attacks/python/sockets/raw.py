# Sends packets that it puts together itself.
# ends: blocked
# seen: network
# permissive: blocked unseen, since it may have other sockets and the kernel refuses this one
# control: root

import socket

try:
    with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP) as made:
        data = made.fileno()
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
