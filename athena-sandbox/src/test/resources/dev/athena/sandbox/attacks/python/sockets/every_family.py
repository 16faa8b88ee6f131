# Tries sockets of every family and kind.
# ends: blocked
# seen: network
# permissive: GOT:\[\(2, 1\), \(2, 2\), \(10, 1\), \(10, 2\)\], since sockets of the internet lead to the proxies
# control: user

import socket

made = []
for family in range(64):
    for kind in (1, 2, 3, 4, 5, 6):
        try:
            with socket.socket(family, kind):
                made.append((family, kind))
        except OSError:
            pass
f"GOT:{made}" if made else "BLOCKED:none was made"
