// Reads the environment of another program.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  const text = fs.readFileSync(`/proc/${process.env.VICTIM_PID}/environ`, "utf8");
  if (!text.includes([..."terces-smitciv-eht"].reverse().join(""))) {
    throw new Error("not in it");
  }
  verdict = `GOT:${'the secret'}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
