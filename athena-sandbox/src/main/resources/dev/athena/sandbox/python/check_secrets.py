"""Which paths usually hold keys or passwords."""

import re

PATH_LENGTH_MAX = 300

_SECRET = re.compile(
    r"""
      (^|/)\.ssh(/|$)(?!.*\.pub$)
    | (^|/)id_(rsa|dsa|ecdsa|ed25519)(_sk)?$
    | (^|/)\.aws(/|$)
    | (^|/)\.gnupg(/|$)
    | (^|/)\.(netrc|pgpass|pypirc|npmrc|git-credentials)$
    | (^|/)\.env(\.(local|dev|development|prod|production|staging|test))*$
    | (^|/)\.kube/config$
    | (^|/)\.docker/config\.json$
    | (^|/)\.config/(gcloud|gh)(/|$)
    | ^/etc/(g?shadow|sudoers)$
    | ^/proc/[^/]+/(environ|mem)$
    | ^(/var)?/run/secrets(/|$)
    # What is certified is public; the rest of these files are private keys.
    | ^(?!.*(cert|chain|pub|bundle|(^|/)ca\b)[^/]*\.pem$).*[^/]\.pem$
    | (^|/)[\w-]*(private|server|secret|ssl|tls|client|host)[\w-]*\.key$
    | [^/]\.(p12|pfx|kdbx)$
    """,
    re.VERBOSE,
)

_PLAINLY_PATH = re.compile(
    r"""(~|\.{0,2})[/\\][^\s<>|"'()\[\]{}?,;]+ | [a-z]:\\\S+""", re.VERBOSE | re.IGNORECASE
)


def is_secret(path):
    """Whether a path names a file that usually holds keys or passwords."""
    if len(path) > PATH_LENGTH_MAX or "\n" in path or "\r" in path:
        return False
    return _SECRET.search(path.replace("\\", "/").lower()) is not None


def is_plainly_path(text):
    """Whether a text can hardly be anything but a path to a file."""
    return _PLAINLY_PATH.fullmatch(text) is not None
