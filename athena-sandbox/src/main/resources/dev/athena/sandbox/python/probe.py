"""Tries every wall of a sandbox and says what happened; Athena decides what that means."""

import os
import socket


def attempt(work):
    try:
        return str(work())
    except BaseException as error:
        return f"refused: {type(error).__name__}"


def read(path):
    with open(path, "rb") as file:
        return "read: " + file.read(100).decode("utf-8", "replace")


def write(path):
    with open(path, "r+b" if os.path.exists(path) else "wb") as file:
        file.write(b"athena")
    return "written"


def connect(family, kind, address):
    with socket.socket(family, kind) as made:
        made.settimeout(1)
        made.connect(address)
        made.send(b"athena")
    return "connected"


def status(name):
    with open("/proc/self/status") as file:
        for line in file:
            if line.startswith(name + ":"):
                return line.split()[1]
    return "absent"


def names_of_environment(process):
    with open(f"/proc/{process}/environ", "rb") as file:
        variables = file.read().split(b"\0")
    return sorted(one.split(b"=")[0].decode() for one in variables if one)


def fetch(host):
    """Returns what the proxy answers for a host; it is asked directly, whatever the variables say."""
    import base64
    import urllib.parse

    proxy = urllib.parse.urlsplit(os.environ["HTTP_PROXY"])
    who = urllib.parse.unquote(f"{proxy.username}:{proxy.password}").encode()
    request = (
        f"GET http://{host}/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n"
        f"Proxy-Authorization: Basic {base64.b64encode(who).decode()}\r\n\r\n"
    )
    answer = b""
    with socket.create_connection((proxy.hostname, proxy.port), 5) as made:
        made.sendall(request.encode())
        while part := made.recv(4_096):
            answer += part
    head, _, body = answer.decode("utf-8", "replace").partition("\r\n\r\n")
    return f"{head.split()[1]} {body}"


def probe_proxy(allowed, refused):
    """Tries what must work where there are proxies, and what they must refuse."""
    return {
        "first_process": attempt(lambda: read("/proc/1/environ")),
        "allowed_host": attempt(lambda: fetch(allowed)),
        "refused_host": attempt(lambda: fetch(refused)),
        "hidden_folder": attempt(lambda: write("/var/athena-probe")),
    }


def probe(key_file, port, process=1):
    """The variables looked at are those of the first process, unless that one is out of reach."""
    processes = [name for name in os.listdir("/proc") if name.isdigit()]
    return {
        "key_file": attempt(lambda: read(key_file)),
        "shadow": attempt(lambda: read("/etc/shadow")),
        "home": attempt(lambda: os.listdir(os.path.dirname(key_file))),
        "kernel_setting": attempt(lambda: write("/proc/sys/kernel/core_pattern")),
        "system_folder": attempt(lambda: write("/usr/bin/athena-probe")),
        "loopback": attempt(
            lambda: connect(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", port))
        ),
        "datagram": attempt(lambda: connect(socket.AF_INET, socket.SOCK_DGRAM, ("192.0.2.1", 53))),
        "name": attempt(lambda: socket.getaddrinfo("example.org", 80)),
        "working_folder": attempt(lambda: write("probe.txt")),
        "environment": names_of_environment(process),
        "processes": len(processes),
        "rights": status("CapEff"),
        "no_new_rights": status("NoNewPrivs"),
        "filter": status("Seccomp"),
    }
