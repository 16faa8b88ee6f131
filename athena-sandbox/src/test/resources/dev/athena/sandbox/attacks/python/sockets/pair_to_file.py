# Sends by one of a pair of sockets to a service by a file.
# ends: blocked
# control: user

import errno
import os
import socket

try:
    made, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    try:
        made.sendto(b"hello", os.environ["VICTIM_FOLDER"] + "/service.sock")
    except OSError as error:
        if error.errno != errno.EPROTOTYPE:  # it is there, and of another kind
            raise
    data = "it is there"
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
