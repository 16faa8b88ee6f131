// Signals all programs that there are.
// ends: blocked
// control: user

let verdict;
try {
  process.kill(-1, 0);
  verdict = `GOT:${'they can be ended'}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
