package dev.athena.app;

import picocli.CommandLine.IVersionProvider;

/** Hands the version to picocli. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {Version.line()};
  }
}
