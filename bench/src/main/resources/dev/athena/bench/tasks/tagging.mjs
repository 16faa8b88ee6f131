import { memory } from "athena";

const found = await memory.recallEpisodic({
  eventType: "calendar", timeRange: { from: "2025-01-01", to: "2025-12-31" }, limit: 1000 });
const family = found.filter((e) => e.content.toLowerCase().includes("family"));
let marked = 0;
for (const e of family) {
  const { revision } = await memory.updateMemory({ id: e.id, metadata: { topic: "family" } });
  if (revision > 1) marked++;
}
({ marked, days: family.map((e) => e.timestamp.slice(0, 10)).sort() })
