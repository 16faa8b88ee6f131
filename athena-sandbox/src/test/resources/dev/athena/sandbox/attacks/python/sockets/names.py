# Has a name resolved.
# ends: blocked
# seen: network
# control: network

import socket

try:
    data = socket.getaddrinfo("example.org", 80)
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
