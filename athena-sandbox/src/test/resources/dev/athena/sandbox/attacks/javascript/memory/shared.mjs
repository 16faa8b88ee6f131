// Takes memory to share between threads.
// ends: out_of_memory, blocked
// control: user

let verdict;
try {
  const blocks = [];
  for (let i = 0; i < 11; i++) {
    blocks.push(new Uint8Array(new SharedArrayBuffer(64 << 20)).fill(1));
  }
  verdict = `GOT:${blocks.length * 64} MiB`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
