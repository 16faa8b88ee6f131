package dev.athena.error;

/** The caller lacks a grant. */
public final class PermissionDenied extends AthenaException {
  public PermissionDenied(String operation, String grant) {
    super(
        ErrorCode.PERMISSION_DENIED,
        operation + " needs the grant \"" + grant + "\"",
        "ask whoever runs this Athena for it");
  }
}
