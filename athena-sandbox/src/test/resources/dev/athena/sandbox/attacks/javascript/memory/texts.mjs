// Joins texts without end.
// ends: out_of_memory
// seen: resource
// control: user

const texts = [];
for (let i = 0; i < 700; i++) {
  texts.push("x".repeat(1 << 20) + i);
  texts[i].charCodeAt(5);
}
export default `GOT:${texts.length} MiB`;
