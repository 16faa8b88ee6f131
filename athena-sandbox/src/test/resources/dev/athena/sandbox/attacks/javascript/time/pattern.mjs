// Matches a pattern that takes for ever.
// ends: timeout
// control: user
// configurations: balanced
// limits: timeout_seconds=1.5 cpu_seconds=1

const begin = performance.now();
let length = 22;
while (performance.now() - begin < 3_000) {
  /^(a+)+$/.test("a".repeat(length) + "b");
  length++;
}
export default "GOT:3 seconds";
