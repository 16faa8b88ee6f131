# Computes a number of billions of digits.
# ends: out_of_memory
# seen: resource
# control: user

number = 1 << (700 << 23)
f"GOT:{number.bit_length()} bits"
