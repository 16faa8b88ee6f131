// Puts a file among those that every program gets.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  const inside = "/athena/javascript";
  const folder = fs.existsSync(inside) ? inside : process.env.VICTIM_FOLDER + "/runner";
  const path = `${folder}/planted.mjs`;
  fs.writeFileSync(path, "attacked");
  fs.rmSync(path);
  verdict = `GOT:${path}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
