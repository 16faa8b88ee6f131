# Sourced by the scripts beside it: installs what they need and puts Node 22 or newer first on PATH.
# Does nothing when that is done already.

folder=$(cd "$(dirname "$0")" && pwd)

if ! command -v npm >/dev/null 2>&1; then
  echo "npm is missing: install Node.js 20 or newer" >&2
  exit 2
fi
install() { # what npm is to do
  if ! (cd "$folder" && npm "$@" >"$folder/install.log" 2>&1); then
    cat "$folder/install.log" >&2
    exit 2
  fi
  rm -f "$folder/install.log"
}

PATH="$folder/node_modules/.bin:$PATH"
export PATH
if ! cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed-lock.json"; then
  echo "installing the clients (once) ..." >&2
  install ci
  # An older npm leaves out what is optional and wants a newer Node; by now there is one.
  install install --no-save
  cp "$folder/package-lock.json" "$folder/node_modules/.installed-lock.json"
fi
if [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 22')" != true ]; then
  echo "the checks need Node.js 22 or newer, and npm could not install one" >&2
  exit 2
fi
