// Measures how many calls a second there are, one after the other; `id` and `count` are set above.
import { memory } from "athena";

const start = performance.now();
for (let i = 0; i < count; i++) {
  await memory.getMemory(id);
}
(count / (performance.now() - start)) * 1000;
