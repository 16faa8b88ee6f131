package dev.athena.app.doctor;

/** Whether this is the Java that Athena is built for. */
public final class JavaCheck implements Check {
  private static final int FEATURE = 25;

  private final Runtime.Version version;

  public JavaCheck(Runtime.Version version) {
    this.version = version;
  }

  @Override
  public String subject() {
    return "Java";
  }

  @Override
  public Finding look() {
    if (version.feature() == FEATURE) {
      return Finding.good(version.toString());
    }
    return Finding.missing(
        "Java " + version, "install Temurin 25 from https://adoptium.net and set JAVA_HOME to it");
  }
}
