# Asks for another host on a connection on which it asked for one of the list.
# ends: blocked
# seen: network
# control: proxy
# configurations: permissive

import base64
import os
import socket
import urllib.parse

proxy = urllib.parse.urlsplit(os.environ["HTTP_PROXY"])
name = urllib.parse.unquote(f"{proxy.username}:{proxy.password}").encode()
who = f"Proxy-Authorization: Basic {base64.b64encode(name).decode()}\r\n"


def request(host, more):
    return f"GET http://{host}/ HTTP/1.1\r\nHost: {host}\r\n{who}{more}\r\n"


first = request("allowed.athena.invalid", "")
second = request("elsewhere.example.org", "Connection: close\r\n")
with socket.create_connection((proxy.hostname, proxy.port), 5) as made:
    made.sendall((first + second).encode())
    answer = b""
    while piece := made.recv(4096):
        answer += piece
refused = b"HTTP/1.1 403" in answer and b"HTTP/1.1 200" not in answer
f"BLOCKED:{answer}" if refused else f"GOT:{answer}"
