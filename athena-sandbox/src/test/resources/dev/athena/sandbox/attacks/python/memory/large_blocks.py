# Takes memory in large blocks.
# ends: out_of_memory
# seen: resource
# control: user

blocks = [bytes(1 << 20) for _ in range(700)]
f"GOT:{len(blocks)} MiB"
