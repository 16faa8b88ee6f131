# Waits for connections itself.
# ends: blocked
# seen: network
# control: user

import socket

try:
    with socket.socket() as server:
        server.bind(("0.0.0.0", 0))
        server.listen()
        data = server.getsockname()
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
