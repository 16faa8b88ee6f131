// Takes memory outside of the heap.
// ends: out_of_memory
// seen: resource
// control: user

const blocks = [];
for (let i = 0; i < 700; i++) {
  blocks.push(Buffer.alloc(1 << 20, 1));
}
export default `GOT:${blocks.length} MiB`;
