// Measures how many calls a second there are, all at once; `id` and `count` are set above.
import { memory } from "athena";

const start = performance.now();
await Promise.all(Array.from({ length: count }, () => memory.getMemory(id)));
(count / (performance.now() - start)) * 1000;
