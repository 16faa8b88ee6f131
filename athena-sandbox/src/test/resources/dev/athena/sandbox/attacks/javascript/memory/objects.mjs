// Takes memory in objects.
// ends: out_of_memory
// seen: resource
// control: user

const objects = [];
for (let i = 0; i < 100_000; i++) {
  objects.push(new Array(1_000).fill(i));
}
export default `GOT:${objects.length} objects`;
