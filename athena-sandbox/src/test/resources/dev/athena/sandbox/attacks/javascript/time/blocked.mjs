// Waits without end, and nothing else goes on.
// ends: timeout
// control: user
// configurations: balanced
// limits: timeout_seconds=1.5 cpu_seconds=1

Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000);
export default "GOT:3 seconds";
