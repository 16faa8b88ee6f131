"""Surroundings in which an attack without any sandbox can show what it does.

    control.py frames COMMAND…    gives it a pipe as the runner has one to Athena, and looks at what
                                  comes through
    control.py output COMMAND…    counts what it writes
    control.py terminal COMMAND…  gives it a terminal
    control.py child COMMAND…     is its parent, and has a secret in its environment
    control.py survivor COMMAND…  looks whether anything that it started lives on
    control.py network COMMAND…   gives it a network of its own with hosts that answer; as root
    control.py proxy COMMAND…     gives it a proxy that leads everybody to every host

The verdict is the last line of the output: that of the attack, or our own.
"""

import ctypes
import fcntl
import os
import pty
import select
import signal
import socket
import struct
import subprocess
import sys
import threading

SECRET = b"terces-smitciv-eht"[::-1]
MIB = 1 << 20
FRAMES_DESCRIPTOR = 25
FRAMES_MAX = 40 * MIB
OUTPUT_MAX = 16 * MIB
NAME_SERVER = "192.0.2.53"
METADATA = "169.254.169.254"
SOCKS_VERSION = 5
SET_FLAGS = 0x8914
SET_ADDRESS = 0x8916


def count(descriptor, most, seconds=5):
    """Reads what comes, until it was so much or nothing more comes; returns how much it was."""
    total = 0
    while total < most and select.select([descriptor], [], [], seconds)[0]:
        piece = os.read(descriptor, 1 << 16)
        if not piece:
            break
        total += len(piece)
    return total


def frames(command):
    reading, writing = os.pipe()
    os.dup2(writing, FRAMES_DESCRIPTOR, inheritable=True)
    os.close(writing)
    child = subprocess.Popen(command, close_fds=False, stdout=subprocess.DEVNULL)
    os.close(FRAMES_DESCRIPTOR)
    total = count(reading, FRAMES_MAX)
    child.kill()
    child.wait()
    print(f"GOT:{total} bytes of frames" if total else "BLOCKED:no frame came")


def output(command):
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    total = count(child.stdout.fileno(), OUTPUT_MAX)
    child.kill()
    child.wait()
    print(f"GOT:{total} bytes" if total >= OUTPUT_MAX else f"BLOCKED:only {total} bytes came")


def terminal(command):
    """The verdict goes another way: what is read from a terminal is not what was written."""
    reading, writing = os.pipe()
    child, master = pty.fork()
    if child == 0:
        os.set_inheritable(writing, True)
        os.environ["VERDICT_TO"] = str(writing)
        os.execv(command[0], command)
    os.close(writing)
    verdict = b""
    open_ones = [reading, master]
    while reading in open_ones:
        for ready in select.select(open_ones, [], [])[0]:
            try:
                piece = os.read(ready, 4096)
            except OSError:
                piece = b""
            if not piece:
                open_ones.remove(ready)
            elif ready == reading:
                verdict += piece
    os.waitpid(child, 0)
    print(verdict.decode().strip())


def child(command):
    subprocess.run(command, check=True)


def survivor(command):
    """Whatever loses its parent becomes a child of ours."""
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with open(f"/proc/self/task/{os.getpid()}/children") as file:
        left = [int(pid) for pid in file.read().split()]
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    print(f"GOT:{left}" if left else "BLOCKED:nothing lives on")


def network(command):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(0x40000000 | 0x20000) != 0:
        raise OSError(ctypes.get_errno(), "unshare")
    libc.mount(b"none", b"/", None, 0x4000 | (1 << 18), None)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
        fcntl.ioctl(made, SET_FLAGS, struct.pack("16sh14x", b"lo", 0x41))  # up and running
        for number, address in enumerate((NAME_SERVER, METADATA)):
            place = socket.AF_INET, socket.inet_aton(address)
            request = struct.pack("16shxx4s8x", f"lo:{number}".encode(), *place)
            fcntl.ioctl(made, SET_ADDRESS, request)
    servers = os.path.join(os.environ["VICTIM_FOLDER"], "resolv.conf")
    with open(servers, "w") as file:
        file.write(f"nameserver {NAME_SERVER}\n")
    libc.mount(servers.encode(), b"/etc/resolv.conf", None, 4096, None)
    names = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    names.bind((NAME_SERVER, 53))
    threading.Thread(target=answer_names, args=(names,), daemon=True).start()
    web = socket.create_server((METADATA, 80))
    threading.Thread(target=answer_web, args=(web,), daemon=True).start()
    subprocess.run(command, check=True)


def answer_names(server):
    """Says of every name that it is the address of the metadata."""
    while True:
        query, sender = server.recvfrom(512)
        end = query.index(b"\0", 12) + 5
        question = query[12:end]
        is_address = question[-4:-2] == b"\0\x01"
        head = query[:2] + struct.pack(">HHHHH", 0x8180, 1, int(is_address), 0, 0)
        record = b"\xc0\x0c\0\x01\0\x01\0\0\0\x3c\0\x04" + socket.inet_aton(METADATA)
        server.sendto(head + question + (record if is_address else b""), sender)


def answer_web(server):
    while True:
        caller, _ = server.accept()
        caller.recv(4096)
        length = len(SECRET)
        caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (length, SECRET))
        caller.close()


def proxy(command):
    server = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=lead, args=(server,), daemon=True).start()
    place = f"user:password@127.0.0.1:{server.getsockname()[1]}"
    for name, scheme in (("HTTP_PROXY", "http"), ("http_proxy", "http"), ("ALL_PROXY", "socks5h")):
        os.environ[name] = f"{scheme}://{place}"
    subprocess.run(command, check=True)


def lead(server):
    """Every host that is asked for is there, and tells the secret."""
    while True:
        caller, _ = server.accept()
        if caller.recv(4096)[0] == SOCKS_VERSION:
            caller.sendall(b"\x05\x02")
            caller.recv(4096)
            caller.sendall(b"\x01\0")
            caller.recv(4096)
            caller.sendall(b"\x05\0\0\x01" + bytes(6))
        else:
            head = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
            caller.sendall(head % len(SECRET) + SECRET)
        caller.close()


SURROUNDINGS = {
    "frames": frames,
    "output": output,
    "terminal": terminal,
    "child": child,
    "survivor": survivor,
    "network": network,
    "proxy": proxy,
}
SURROUNDINGS[sys.argv[1]](sys.argv[2:])
