# Takes memory again and again, whatever it is told.
# ends: blocked, out_of_memory
# control: user

blocks = []
for _ in range(5_000):
    try:
        blocks.append(b"x" * (1 << 20))
    except MemoryError:
        pass
size = len(blocks)
f"GOT:{size} MiB" if size > 700 else f"BLOCKED:{size} MiB"
