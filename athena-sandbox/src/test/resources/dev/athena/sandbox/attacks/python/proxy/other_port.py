# Asks the proxy for other ports of a host of its list.
# ends: blocked
# seen: network
# control: proxy
# configurations: permissive

import base64
import os
import socket
import urllib.parse

REFUSALS = (403,)
TARGETS = [
    "allowed.athena.invalid:22",
    "allowed.athena.invalid:25",
    "allowed.athena.invalid:6379",
]


def ask(target):
    """Returns the status with which the proxy answers who asks for a tunnel."""
    proxy = urllib.parse.urlsplit(os.environ["HTTP_PROXY"])
    name = urllib.parse.unquote(f"{proxy.username}:{proxy.password}").encode()
    head = (
        f"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n"
        f"Proxy-Authorization: Basic {base64.b64encode(name).decode()}\r\n\r\n"
    )
    with socket.create_connection((proxy.hostname, proxy.port), 5) as made:
        made.sendall(head.encode())
        return int(made.recv(4096).split(b" ")[1])


answers = {target: ask(target) for target in TARGETS}
refused = all(status in REFUSALS for status in answers.values())
f"BLOCKED:{answers}" if refused else f"GOT:{answers}"
