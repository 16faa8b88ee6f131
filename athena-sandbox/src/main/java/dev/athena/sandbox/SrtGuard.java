package dev.athena.sandbox;

import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.execution.Violations;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the srt back end does for one sandbox: gives it its last order, and collects what the broker
 * saw of it.
 *
 * <p>What the proxies refused is certain. What srt's observer tells of the file system is a hint:
 * its socket can be written from inside.
 */
final class SrtGuard implements Guard {
  private static final Pattern HOST =
      Pattern.compile("deny network-outbound (\\S+) \\((.*)\\)", Pattern.DOTALL);
  private static final Pattern FILE = Pattern.compile("deny (\\w+) (/.*)", Pattern.DOTALL);

  /** Folders in main memory, of which srt does not know that they can be written. */
  private static final List<String> OWN = List.of("/tmp/", "/dev/", "/proc/");

  private final Broker broker;
  private final String name;
  private final JsonObject order;
  private final Set<String> seen = new LinkedHashSet<>();
  private @Nullable Cell cell;
  private boolean ended;

  SrtGuard(Broker broker, String name, JsonObject order) {
    this.broker = broker;
    this.name = name;
    this.order = order;
  }

  String name() {
    return name;
  }

  @Override
  public void started(Cell started) throws IOException {
    boolean late;
    synchronized (this) {
      cell = started;
      late = ended;
    }
    if (late) {
      started.kill();
    }
    started.frames().write("stage", order);
  }

  /** Returns whether a program is in it. */
  synchronized boolean isUsed() {
    return cell != null && cell.isUsed();
  }

  /** Ends the sandbox. */
  synchronized void end() {
    ended = true;
    if (cell != null) {
      cell.kill();
    }
  }

  /** Notes what the broker saw. */
  synchronized void saw(String line) {
    if (seen.size() < Heard.VIOLATIONS_MAX) {
      seen.add(line);
    }
  }

  @Override
  public List<Violation> seen(Instant at) {
    broker.sync();
    List<Violation> violations = new ArrayList<>();
    synchronized (this) {
      for (String line : seen) {
        Matcher host = HOST.matcher(line);
        Matcher file = FILE.matcher(line);
        if (host.matches()) {
          violations.add(Violations.refusedConnection(host.group(1), at));
        } else if (file.matches() && OWN.stream().noneMatch(file.group(2)::startsWith)) {
          violations.add(
              Violations.hint(ViolationKind.FILESYSTEM, file.group(1), file.group(2), at));
        }
      }
    }
    return violations;
  }

  @Override
  public void gone() {
    broker.forget(name);
  }
}
