// Takes memory of WebAssembly.
// ends: out_of_memory, blocked
// control: user

let verdict;
try {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 12_000 });
  memory.grow(11_500);
  new Uint8Array(memory.buffer).fill(1);
  verdict = `GOT:${memory.buffer.byteLength >> 20} MiB`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
