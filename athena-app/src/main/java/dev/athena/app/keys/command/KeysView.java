package dev.athena.app.keys.command;

import dev.athena.app.context.ShellContext;
import dev.athena.app.keys.SealedStores;
import dev.athena.app.terminal.Card;
import dev.athena.app.terminal.Table;
import dev.athena.crypto.KeyHistory;
import dev.athena.crypto.KeyVersion;
import dev.athena.crypto.Keychain;
import dev.athena.crypto.MasterKey;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.Rotation;
import dev.athena.crypto.Share;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the commands about keys print. */
final class KeysView {
  /** Said where there are no keys. */
  static final JsonObject NONE = JsonObject.builder().put("keys", JsonArray.EMPTY).build();

  private final ShellContext context;

  KeysView(ShellContext context) {
    this.context = context;
  }

  void print(Json json) {
    context.terminal().line(JsonCodec.writePretty(json));
  }

  void status(Keychain keychain, Duration reminder, boolean json) {
    Instant now = context.start().sources().clock().instant();
    MasterKey master = keychain.master();
    List<KeyHistory> histories = keychain.histories();
    if (json) {
      List<Json> keys = new ArrayList<>();
      histories.forEach(each -> keys.add(asJson(each, now, reminder)));
      print(
          JsonObject.builder()
              .put("master", asJson(master))
              .put("keys", new JsonArray(keys))
              .build());
      return;
    }
    context
        .terminal()
        .card(
            Card.of("Master key")
                .with("kind", master.kind())
                .with("which", master.id())
                .with("check value", master.checkValue()));
    Table table = Table.of("tenant", "for", "version", "age", "older", "to do");
    for (KeyHistory each : histories) {
      table.row(
          each.tenant(),
          word(each.purpose()),
          String.valueOf(each.newest().version()),
          days(each, now) + " days",
          String.valueOf(each.older().size()),
          toDo(each, now, reminder));
    }
    context.terminal().table(table);
  }

  void rotated(Map<Purpose, Rotation.Ended> ended, boolean json) {
    JsonObject.Builder all = JsonObject.builder();
    ended.forEach((purpose, how) -> {
      if (json) {
        all.put(word(purpose), how.name().toLowerCase(Locale.ROOT));
      } else {
        context.terminal().line(word(purpose) + ": " + sentence(how));
      }
    });
    if (json) {
      print(all.build());
    }
  }

  void shares(List<Share> shares, boolean json) {
    if (json) {
      List<Json> all = new ArrayList<>();
      for (Share share : shares) {
        all.add(
            JsonObject.builder()
                .put("number", share.number())
                .put("needed", share.needed())
                .put("set", share.set())
                .put("share", String.join("\n", share.lines()))
                .build());
      }
      print(JsonObject.builder().put("shares", new JsonArray(all)).build());
      return;
    }
    for (Share share : shares) {
      share.lines().forEach(context.terminal()::line);
      context.terminal().line("");
    }
  }

  void written(List<Path> files, boolean json) {
    List<String> names = files.stream().map(Path::toString).toList();
    if (json) {
      print(JsonObject.builder().put("files", Json.ofTexts(names)).build());
    } else {
      names.forEach(context.terminal()::line);
      context.terminal().note("keep the shares apart from each other and from the data");
    }
  }

  void verified(int versions, SealedStores.Checked checked, boolean json) {
    if (json) {
      print(
          JsonObject.builder()
              .put("key_versions", versions)
              .put("values", checked.opened())
              .put("broken", Json.ofTexts(checked.broken()))
              .build());
      return;
    }
    context
        .terminal()
        .line("%,d versions of keys and %,d values open".formatted(versions, checked.opened()));
    checked.broken().forEach(each -> context.terminal().line("does not open: " + each));
  }

  void moved(MasterKey master, boolean json) {
    if (json) {
      print(asJson(master));
      return;
    }
    context
        .terminal()
        .line("all keys are wrapped with %s %s".formatted(master.kind(), master.id()));
    context
        .terminal()
        .note(
            "make a new backup (`athena keys backup`); then destroy the old master key and old"
                + " copies of keychain.json");
  }

  private static JsonObject asJson(MasterKey master) {
    return JsonObject.builder()
        .put("kind", master.kind())
        .put("id", master.id())
        .put("check_value", master.checkValue())
        .build();
  }

  private static JsonObject asJson(KeyHistory history, Instant now, Duration reminder) {
    List<Json> versions = new ArrayList<>();
    for (KeyVersion each : history.versions()) {
      Instant retired = each.retired();
      Instant destroyed = each.destroyed();
      versions.add(
          JsonObject.builder()
              .put("version", each.version())
              .put("key_id", each.keyId())
              .put("state", each.state().name().toLowerCase(Locale.ROOT))
              .put("created", each.created().toString())
              .putIfPresent("retired", retired == null ? null : retired.toString())
              .putIfPresent("destroyed", destroyed == null ? null : destroyed.toString())
              .build());
    }
    return JsonObject.builder()
        .put("tenant", history.tenant())
        .put("purpose", word(history.purpose()))
        .put("age_days", days(history, now))
        .put("due", history.isDue(now, reminder))
        .put("unfinished", isUnfinished(history))
        .put("versions", new JsonArray(versions))
        .build();
  }

  private static boolean isUnfinished(KeyHistory history) {
    return !history.older().isEmpty() && !Rotation.keepsOlder(history.purpose());
  }

  private static String toDo(KeyHistory history, Instant now, Duration reminder) {
    String rotate = "`athena keys rotate " + word(history.purpose()) + "`";
    if (isUnfinished(history)) {
      return "finish: " + rotate;
    }
    return history.isDue(now, reminder) ? "due: " + rotate : "";
  }

  private static long days(KeyHistory history, Instant now) {
    return Math.max(0, Duration.between(history.newest().created(), now).toDays());
  }

  private static String sentence(Rotation.Ended how) {
    return switch (how) {
      case NOTHING -> "there are no keys";
      case DESTROYED -> "new keys are in use, all is sealed anew, the older ones are destroyed";
      case KEPT -> "new keys are in use; the older ones stay for what was made with them";
      case NO_STORE ->
          "new keys are in use; the older ones stay, as no store was there to seal anew";
    };
  }

  static String word(Purpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT);
  }
}
