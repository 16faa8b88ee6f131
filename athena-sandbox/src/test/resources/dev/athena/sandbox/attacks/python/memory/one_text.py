# Doubles a text again and again.
# ends: out_of_memory
# seen: resource
# control: user

text = "x"
while len(text) < 700 << 20:
    text += text
f"GOT:{len(text)} characters"
