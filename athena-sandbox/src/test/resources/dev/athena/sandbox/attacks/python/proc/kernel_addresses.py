# Learns where the kernel lies in memory.
# ends: blocked
# seen: filesystem
# control: root

addresses = set()
try:
    with open("/proc/kallsyms") as file:
        for _, line in zip(range(1_000), file):
            addresses.add(int(line.split()[0], 16))
except OSError:
    pass
known = addresses - {0}
f"GOT:{len(known)} addresses" if known else "BLOCKED:all are 0"
