// Hears no signal.
// ends: timeout
// control: user
// configurations: balanced
// limits: timeout_seconds=1.5 cpu_seconds=1

for (const name of ["SIGTERM", "SIGINT", "SIGHUP", "SIGXCPU", "SIGALRM"]) {
  process.on(name, () => {});
}
await new Promise((resolve) => setTimeout(resolve, 3_000));
export default "GOT:3 seconds";
