// Lets nothing else have its turn.
// ends: timeout
// control: user
// configurations: balanced
// limits: timeout_seconds=1.5 cpu_seconds=1

const end = performance.now() + 3_000;
while (performance.now() < end) {
  await null;
}
export default "GOT:3 seconds";
