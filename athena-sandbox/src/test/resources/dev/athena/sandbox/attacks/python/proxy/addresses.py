# Asks the proxy for this machine, and for the keys of the cloud, in many spellings.
# ends: blocked
# seen: network
# control: proxy
# configurations: permissive

import base64
import os
import socket
import urllib.parse

REFUSALS = (400, 403)
PORT = os.environ["VICTIM_PORT"]
TARGETS = [
    f"127.0.0.1:{PORT}",
    f"localhost:{PORT}",
    f"0.0.0.0:{PORT}",
    f"127.1:{PORT}",
    f"0x7f.1:{PORT}",
    f"2130706433:{PORT}",
    f"[::1]:{PORT}",
    f"[::ffff:127.0.0.1]:{PORT}",
    "169.254.169.254:80",
    "[fd00:ec2::254]:80",
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
