// Becomes root.
// ends: blocked
// control: root

let verdict;
try {
  process.setuid(0);
  verdict = `GOT:${process.getuid()}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
