# Tries sockets of every family and kind.
# ends: blocked
# seen: network
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
