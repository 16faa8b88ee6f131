"""Everything that attacks are after, made anew: files, services, a process with a secret.

Started as `victim.py FOLDER`. It tells what there is as one line of JSON, each member a variable
that attacks get, and removes what does not go away by itself when its input ends.
"""

import ctypes
import json
import os
import socket
import sys
import threading

SECRET = b"terces-smitciv-eht"[::-1]
IPC_CREATE = 0o1000
IPC_REMOVE = 0
KEY = 0x41740000 | os.getpid() & 0xFFFF

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p


def checked(answer, what):
    if answer < 0:
        raise OSError(ctypes.get_errno(), what)
    return answer


def write(folder, path, mode=0o666):
    full = os.path.join(folder, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "wb") as file:
        file.write(SECRET)
    os.chmod(full, mode)


def files(folder):
    for path in (
        "home/.ssh/id_rsa",
        "home/.ssh/authorized_keys",
        "home/.aws/credentials",
        "home/.git-credentials",
        "home/.env",
        "home/.bashrc",
        "home/.git/config",
        "home/.git/hooks/pre-commit",
        "runner/runner.py",
        "project/.git/config",
        "project/.git/hooks/pre-commit",
        "project/.bashrc",
        "project/code.txt",
        "exchange/data.txt",
        "shared/data.txt",
        "athena/config.json",
        "athena/keys/keychain.json",
        "athena/keys/master.key",
        "athena/logs/athena.0.0.log",
        "athena/sandbox/sessions/0123456789abcdef/other/notes.txt",
        "athena/store/athena.db",
        "athena/store/vault.db",
        "athena/store/vault.db-wal",
    ):
        write(folder, path)
    os.symlink("../home/.ssh/id_rsa", folder + "/exchange/planted-link")
    for name, _, _ in os.walk(folder):
        os.chmod(name, 0o777)


def serve(server, answer):
    """Answers whoever comes with the secret."""
    while True:
        if server.type == socket.SOCK_DGRAM:
            _, sender = server.recvfrom(512)
            server.sendto(answer, sender)
        else:
            caller, _ = server.accept()
            threading.Thread(target=tell, args=(caller, answer)).start()


def tell(caller, answer):
    caller.sendall(answer)
    caller.shutdown(socket.SHUT_WR)
    caller.settimeout(2)
    try:
        while caller.recv(1_000):
            pass
    except OSError:
        pass
    caller.close()


def service(family, kind, address, answer=SECRET):
    server = socket.socket(family, kind)
    server.bind(address)
    if kind == socket.SOCK_STREAM:
        server.listen(64)
    threading.Thread(target=serve, args=(server, answer), daemon=True).start()
    return server


def services(folder):
    http = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(SECRET)
    stream, datagram = socket.SOCK_STREAM, socket.SOCK_DGRAM
    port = service(socket.AF_INET, stream, ("127.0.0.1", 0), http + SECRET).getsockname()[1]
    port6 = service(socket.AF_INET6, stream, ("::1", 0)).getsockname()[1]
    udp = service(socket.AF_INET, datagram, ("127.0.0.1", 0)).getsockname()[1]
    abstract = f"athena-victim-{os.getpid()}"
    service(socket.AF_UNIX, stream, "\0" + abstract)
    mailbox = socket.socket(socket.AF_UNIX, datagram)
    mailbox.bind("\0" + abstract + "-mail")
    for name in ("service.sock", "docker.sock"):
        service(socket.AF_UNIX, stream, f"{folder}/{name}", http + SECRET)
        os.chmod(f"{folder}/{name}", 0o777)
    return mailbox, {
        "VICTIM_PORT": port,
        "VICTIM_PORT6": port6,
        "VICTIM_UDP": udp,
        "VICTIM_ABSTRACT": abstract,
        "VICTIM_MAILBOX": abstract + "-mail",
    }


class Ipc:
    """What is shared between processes of a machine without any file."""

    def __init__(self):
        self.shm = checked(libc.shmget(KEY, 4096, IPC_CREATE | 0o666), "shmget")
        ctypes.memmove(libc.shmat(self.shm, None, 0), SECRET, len(SECRET))
        self.sem = checked(libc.semget(KEY, 1, IPC_CREATE | 0o666), "semget")
        self.msg = checked(libc.msgget(KEY, IPC_CREATE | 0o666), "msgget")
        self.name = f"athena-victim-{os.getpid()}"
        flags = os.O_CREAT | os.O_RDWR
        checked(libc.mq_open(b"/" + self.name.encode(), flags, 0o666, None), "mq_open")
        self.file = "/dev/shm/" + self.name
        with open(self.file, "wb") as file:
            file.write(SECRET)

    def facts(self):
        return {"VICTIM_KEY": KEY, "VICTIM_QUEUE": self.name, "VICTIM_SHARED": self.file}

    def close(self):
        libc.shmctl(self.shm, IPC_REMOVE, None)
        libc.semctl(self.sem, 0, IPC_REMOVE)
        libc.msgctl(self.msg, IPC_REMOVE, None)
        libc.mq_unlink(b"/" + self.name.encode())
        os.remove(self.file)


def main(folder):
    os.umask(0)
    files(folder)
    mailbox, found = services(folder)
    ipc = Ipc()
    facts = {"VICTIM_FOLDER": folder, "VICTIM_PID": os.getpid(), **found, **ipc.facts()}
    facts["VICTIM_HOST"] = socket.gethostname()
    print(json.dumps({name: str(value) for name, value in facts.items()}), flush=True)
    sys.stdin.read()
    mailbox.close()
    ipc.close()


main(sys.argv[1])
