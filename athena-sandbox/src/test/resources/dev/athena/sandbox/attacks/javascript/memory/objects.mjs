// Takes memory in objects.
// ends: out_of_memory
// seen: resource
// control: user

const objects = [];
for (let i = 0; i < 12_000_000; i++) {
  objects.push({ number: i, text: `text ${i}` });
}
export default `GOT:${objects.length} objects`;
