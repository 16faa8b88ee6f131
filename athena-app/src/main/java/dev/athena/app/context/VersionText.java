package dev.athena.app.context;

import picocli.CommandLine.IVersionProvider;

/** Hands the version to picocli. */
public final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {Version.line()};
  }
}
