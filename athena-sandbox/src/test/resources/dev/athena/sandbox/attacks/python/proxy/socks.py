# Asks the proxy by SOCKS for hosts that are not in its list.
# ends: blocked
# seen: network
# control: proxy
# configurations: permissive

import os
import socket
import urllib.parse

NOT_ALLOWED = 2
TARGETS = [
    (b"elsewhere.example.org", 443),
    (b"127.0.0.1", int(os.environ["VICTIM_PORT"])),
    (b"localhost", int(os.environ["VICTIM_PORT"])),
    (b"169.254.169.254", 80),
]


def ask(host, port):
    """Returns the status with which the proxy answers."""
    proxy = urllib.parse.urlsplit(os.environ["ALL_PROXY"])
    name, password = (
        urllib.parse.unquote(part or "").encode() for part in (proxy.username, proxy.password)
    )
    with socket.create_connection((proxy.hostname, proxy.port), 5) as made:
        made.sendall(b"\x05\x01\x02")
        made.recv(2)
        made.sendall(b"\x01%c%s%c%s" % (len(name), name, len(password), password))
        made.recv(2)
        made.sendall(b"\x05\x01\0\x03%c%s" % (len(host), host) + port.to_bytes(2))
        return made.recv(4096)[1]


answers = {target: ask(*target) for target in TARGETS}
refused = all(status == NOT_ALLOWED for status in answers.values())
f"BLOCKED:{answers}" if refused else f"GOT:{answers}"
