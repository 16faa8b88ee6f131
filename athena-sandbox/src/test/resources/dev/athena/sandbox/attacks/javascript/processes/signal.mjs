// Signals another program.
// ends: blocked
// control: user

let verdict;
try {
  process.kill(Number(process.env.VICTIM_PID), 0);
  verdict = `GOT:${'it can be ended'}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
