# Takes memory and writes to it.
# ends: out_of_memory
# seen: resource
# control: user

blocks = [b"x" * (1 << 20) for _ in range(700)]
f"GOT:{len(blocks)} MiB"
