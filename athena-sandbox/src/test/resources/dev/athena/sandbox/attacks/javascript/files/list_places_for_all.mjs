// Looks for files of others where every program writes.
// ends: blocked
// control: user

import fs from "node:fs";
import path from "node:path";

let verdict;
try {
  const { dir, base } = path.parse(process.env.VICTIM_FOLDER);
  const names = fs.readdirSync(dir).filter((name) => name === base);
  if (names.length === 0) {
    throw new Error(`nothing of others in ${dir}`);
  }
  verdict = `GOT:${names}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
