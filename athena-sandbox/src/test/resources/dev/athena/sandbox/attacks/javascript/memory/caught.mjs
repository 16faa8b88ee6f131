// Takes memory again and again, whatever it is told.
// ends: blocked, out_of_memory
// control: user

const blocks = [];
for (let i = 0; i < 5_000; i++) {
  try {
    blocks.push(Buffer.alloc(1 << 20, 1));
  } catch {
    // Once more.
  }
}
const size = blocks.length;
export default size > 700 ? `GOT:${size} MiB` : `BLOCKED:${size} MiB`;
