// Looks for a secret in its environment.
// ends: blocked
// control: user

const secret = [..."terces-smitciv-eht"].reverse().join("");
const found = Object.entries(process.env).filter(([, value]) => value.includes(secret));
export default found.length > 0 ? `GOT:${found}` : `BLOCKED:only ${Object.keys(process.env)}`;
