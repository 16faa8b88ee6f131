# Waits for connections itself.
# ends: blocked
# seen: network
# permissive: GOT:\('0\.0\.0\.0', \d+\) unseen, since it has a loopback of its own where nobody comes
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
