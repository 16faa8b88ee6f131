// Logs 10 GB.
// ends: limit output
// seen: resource
// control: output
// configurations: balanced

const line = "x".repeat(99_999);
for (let i = 0; i < 100_000; i++) {
  console.log(line);
  if (process.stdout.writableNeedDrain) {
    await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
}
export default "GOT:10 GB";
