// Sends a request to a service of this machine.
// ends: blocked
// control: user

let verdict;
try {
  const answer = await fetch(`http://127.0.0.1:${process.env.VICTIM_PORT}`);
  verdict = `GOT:${await answer.text()}`;
} catch (error) {
  verdict = `BLOCKED:${error.cause ?? error}`;
}
export default verdict;
