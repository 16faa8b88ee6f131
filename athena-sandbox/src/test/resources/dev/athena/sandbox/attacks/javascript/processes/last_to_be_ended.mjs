// Has others ended before itself when memory runs out.
// ends: blocked
// control: root

import fs from "node:fs";

let verdict;
try {
  fs.writeFileSync("/proc/self/oom_score_adj", "-1000");
  verdict = `GOT:${'others first'}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
