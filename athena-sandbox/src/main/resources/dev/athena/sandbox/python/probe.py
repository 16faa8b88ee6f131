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


def names_of_environment():
    with open("/proc/1/environ", "rb") as file:
        variables = file.read().split(b"\0")
    return sorted(one.split(b"=")[0].decode() for one in variables if one)


def probe(key_file, port):
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
        "environment": names_of_environment(),
        "processes": len(processes),
        "rights": status("CapEff"),
        "no_new_rights": status("NoNewPrivs"),
        "filter": status("Seccomp"),
    }
