package dev.athena.app.context;

import dev.athena.app.config.ConfigFile;
import dev.athena.app.config.Settings;
import dev.athena.app.engine.Detectors;
import dev.athena.error.AthenaException;
import dev.athena.privacy.Masking;
import java.io.IOException;
import java.nio.file.Files;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Where log records go: to files that are replaced when they are full, and warnings to standard
 * error; never to standard output.
 *
 * <p>Processes that share one home write to files of their own.
 */
public final class Logs {
  /** The bytes after which a file is full. */
  public static final int FILE_BYTES_MAX = 5 * 1024 * 1024;

  /** How many full files are kept of a process. */
  public static final int FILES_MAX = 3;

  private static final Masking MASKING = new Masking(Detectors.standard());

  /** Held here, or its level would be forgotten. */
  private static final Logger ATHENA = Logger.getLogger("dev.athena");

  private Logs() {}

  /**
   * What libraries tell in detail is not made to be kept: the HTTP server tells whole addresses.
   */
  private static Level atLeastInfo(Level level) {
    return level.intValue() < Level.INFO.intValue() ? Level.INFO : level;
  }

  /** Lets only warnings through, to standard error. */
  public static synchronized void startQuietly() {
    LogManager.getLogManager().reset();
    Handler console = new ConsoleHandler();
    console.setLevel(Level.WARNING);
    console.setFormatter(new LogLine(MASKING));
    Logger.getLogger("").addHandler(console);
  }

  /** Starts writing, again if need be; a home that cannot be written to leaves standard error. */
  public static synchronized void start(AthenaHome home, ConfigFile config) {
    startQuietly();
    Logger root = Logger.getLogger("");
    try {
      Files.createDirectories(home.logs());
      String pattern = home.logs().toString().replace("%", "%%") + "/athena.%u.%g.log";
      Handler file = new FileHandler(pattern, FILE_BYTES_MAX, FILES_MAX, true);
      file.setFormatter(new LogLine(MASKING));
      file.setEncoding("UTF-8");
      file.setLevel(level(config));
      root.setLevel(atLeastInfo(file.getLevel()));
      ATHENA.setLevel(file.getLevel());
      root.addHandler(file);
    } catch (IOException e) {
      root.log(Level.WARNING, "no log file in " + home.logs(), e);
    }
  }

  /** Ends writing and releases the files. */
  public static synchronized void stop() {
    LogManager.getLogManager().reset();
  }

  private static Level level(ConfigFile config) {
    try {
      return switch (config.text(Settings.LOG_LEVEL).orElse("info")) {
        case "error" -> Level.SEVERE;
        case "warning" -> Level.WARNING;
        case "debug" -> Level.FINE;
        default -> Level.INFO;
      };
    } catch (AthenaException _) {
      return Level.INFO;
    }
  }
}
