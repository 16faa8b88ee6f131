# Asks the proxy for a host of its list, without saying who it is.
# ends: blocked
# control: proxy
# configurations: permissive

import os
import socket
import urllib.parse

proxy = urllib.parse.urlsplit(os.environ["HTTP_PROXY"])
with socket.create_connection((proxy.hostname, proxy.port), 5) as made:
    made.sendall(b"CONNECT allowed.athena.invalid:443 HTTP/1.1\r\nHost: allowed\r\n\r\n")
    status = int(made.recv(4096).split(b" ")[1])
f"BLOCKED:{status}" if status == 407 else f"GOT:{status}"
