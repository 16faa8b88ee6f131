// Asks the cloud for the keys of this machine.
// ends: blocked
// control: network

let verdict;
try {
  const answer = await fetch("http://169.254.169.254/latest/");
  verdict = `GOT:${await answer.text()}`;
} catch (error) {
  verdict = `BLOCKED:${error.cause ?? error}`;
}
export default verdict;
