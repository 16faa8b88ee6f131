# Takes memory in small objects.
# ends: out_of_memory
# seen: resource
# control: user

objects = [[] for _ in range(8_000_000)]
f"GOT:{len(objects)} objects"
