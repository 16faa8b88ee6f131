# Turns one of a pair of sockets, which it may have, to a service.
# ends: blocked
# control: user

import os
import socket

try:
    made, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    made.connect("\0" + os.environ["VICTIM_MAILBOX"])
    data = made.send(b"hello")
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
