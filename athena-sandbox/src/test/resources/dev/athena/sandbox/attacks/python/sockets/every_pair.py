# Tries pairs of sockets of every other family.
# ends: blocked
# control: none, no other family makes pairs on most machines

import socket

made = []
for family in range(64):
    if family == socket.AF_UNIX:
        continue
    for kind in (1, 2, 3, 4, 5, 6):
        try:
            for one in socket.socketpair(family, kind):
                one.close()
            made.append((family, kind))
        except OSError:
            pass
f"GOT:{made}" if made else "BLOCKED:none was made"
