import { memory } from "athena";

const texts = await memory.recallEpisodic({
  eventType: "sms", timeRange: { from: "2025-06-01", to: "2025-06-30" }, limit: 1000 });
const names = [...new Set(texts.map((t) => t.session_id.slice(0, -11)))];
const numbers = {};
for (const name of names) {
  const facts = await memory.recallSemantic(`${name}'s phone number`, { tags: ["contact"], limit: 3 });
  numbers[name] = facts.filter((f) => f.content.startsWith(name + "'s "))
    .map((f) => f.content.match(/ is (.+)\.$/)[1]).sort();
}
numbers
