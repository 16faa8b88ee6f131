// Which paths usually hold keys or passwords.
"use strict";

const SECRET = [
  /(^|\/)\.ssh(\/|$)(?!.*\.pub$)/,
  /(^|\/)id_(rsa|dsa|ecdsa|ed25519)(_sk)?$/,
  /(^|\/)\.aws(\/|$)/,
  /(^|\/)\.gnupg(\/|$)/,
  /(^|\/)\.(netrc|pgpass|pypirc|npmrc|git-credentials)$/,
  /(^|\/)\.env(\.(local|dev|development|prod|production|staging|test))*$/,
  /(^|\/)\.kube\/config$/,
  /(^|\/)\.docker\/config\.json$/,
  /(^|\/)\.config\/(gcloud|gh)(\/|$)/,
  /^\/etc\/(g?shadow|sudoers)$/,
  /^\/proc\/[^/]+\/(environ|mem)$/,
  /^(\/var)?\/run\/secrets(\/|$)/,
  // What is certified is public; the rest of these files are private keys.
  /^(?!.*(cert|chain|pub|bundle|(^|\/)ca\b)[^/]*\.pem$).*[^/]\.pem$/,
  /(^|\/)[\w-]*(private|server|secret|ssl|tls|client|host)[\w-]*\.key$/,
  /[^/]\.(p12|pfx|kdbx)$/,
];

/** The longest text that is looked at as a path. */
const PATH_LENGTH_MAX = 300;

/** Returns whether `path` names a file that usually holds keys or passwords. */
function isSecret(path) {
  if (typeof path !== "string" || path.length > PATH_LENGTH_MAX || /[\r\n]/.test(path)) {
    return false;
  }
  const slashed = path.replaceAll("\\", "/").toLowerCase();
  return SECRET.some((pattern) => pattern.test(slashed));
}

/** Returns whether `text` can hardly be anything but a path to a file. */
function isPlainlyPath(text) {
  return /^(~|\.{0,2})[/\\][^\s<>|"'()[\]{}?,;]+$|^[a-z]:\\\S+$/i.test(text);
}

module.exports = { isSecret, isPlainlyPath };
