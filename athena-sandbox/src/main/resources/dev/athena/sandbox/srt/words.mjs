// Reads the command line that srt makes, and adds walls to it that srt has no setting for.

/** What a command line must have to be taken for one of srt's. */
const EXPECTED = ["--unshare-net", "--unshare-pid", "--unshare-user", "--die-with-parent"];

/** A folder that srt hides becomes one in main memory; nothing is ever written to it. */
const HIDDEN_BYTES = 64 * 1024;

const DEVICES_BYTES = 1024 * 1024;

/** Nothing can be kept in these. /dev/zero gives out memory that no limit counts. */
const DEVICES = ["null", "random", "urandom", "full"];

const LINKS = { fd: "", stdin: "/0", stdout: "/1", stderr: "/2" };

const BARE = /^[A-Za-z0-9_./:@+,=-]+$/;

/** Returns words as a shell reads them. */
export function quoted(words) {
  return words
    .map((word) => (BARE.test(word) ? word : `'${word.replaceAll("'", `'"'"'`)}'`))
    .join(" ");
}

/**
 * Returns the words of a line in which each is bare or within quotes, and nothing is left for a
 * shell to do but to take the quotes away. Anything else is an error: it may mean something.
 */
export function words(line) {
  const found = [];
  const part = /'([^']*)'|"([^"$`\\]*)"|([A-Za-z0-9_./:@+,=-]+)|( +)/gy;
  let word;
  while (part.lastIndex < line.length) {
    const at = part.lastIndex;
    const match = part.exec(line);
    if (!match) {
      throw new Error(`the command line of srt cannot be read: ${line.slice(at, at + 40)}`);
    }
    const [, single, double, bare, space] = match;
    if (space === undefined) {
      word = (word ?? "") + (single ?? double ?? bare);
    } else if (word !== undefined) {
      found.push(word);
      word = undefined;
    }
  }
  return word === undefined ? found : [...found, word];
}

/**
 * Returns the words of srt's command line with more walls: namespaces of its own for everything;
 * limits for each folder in main memory, which srt leaves without; those that only hide others
 * cannot be written; of devices there are few, and no terminals; /sys is hidden; what other programs
 * obey cannot be written; and a working folder in main memory.
 *
 * `additions` has `workspace`, the path; in bytes `workspace_bytes`, `temporary_bytes` and
 * `shared_bytes`; and `read_only`, the paths of what stays as it is.
 */
export function strengthened(line, additions) {
  const all = words(line);
  const end = all.indexOf("--");
  const options = all.slice(0, end);
  const missing = EXPECTED.filter((option) => !options.includes(option));
  if (end < 0 || missing.length > 0 || options.includes("--args")) {
    throw new Error(
      options.includes("--args")
        ? "the paths of the configuration are too many for one command line"
        : `the command line of srt lacks ${missing.join(", ") || "its end"}`,
    );
  }
  const hidden = [];
  const limited = options.flatMap((option, i) => {
    if (option !== "--tmpfs") {
      return [option];
    }
    const folder = options[i + 1];
    if (folder === "/tmp") {
      return ["--size", String(additions.temporary_bytes), option];
    }
    hidden.push(folder);
    return ["--size", String(HIDDEN_BYTES), option];
  });
  return [...limited, ...more(hidden, additions), ...all.slice(end)];
}

function more(hidden, additions) {
  return [
    ...["--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--hostname", "sandbox"],
    ...memory(additions.workspace_bytes, additions.workspace),
    ...devices(additions.shared_bytes),
    ...memory(HIDDEN_BYTES, "/sys"),
    ...closed("/sys"),
    ...hidden.flatMap(closed),
    ...(additions.read_only ?? []).flatMap((path) => ["--ro-bind-try", path, path]),
    ...["--chdir", additions.workspace],
  ];
}

function memory(bytes, folder) {
  return ["--size", String(bytes), "--tmpfs", folder];
}

function closed(folder) {
  return ["--remount-ro", folder];
}

function devices(sharedBytes) {
  return [
    ...memory(DEVICES_BYTES, "/dev"),
    ...DEVICES.map((name) => `/dev/${name}`).flatMap((path) => ["--dev-bind", path, path]),
    ...Object.entries(LINKS).flatMap(([name, to]) => [
      "--symlink",
      `/proc/self/fd${to}`,
      `/dev/${name}`,
    ]),
    ...memory(sharedBytes, "/dev/shm"),
    ...closed("/dev"),
  ];
}
