package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athena.audit.AuditLog;
import dev.athena.detection.SensitiveType;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Permitting;
import dev.athena.privacy.RevealRefused;
import dev.athena.testkit.InMemoryKeyring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault of the first version is opened with all its values, and without its permissions. */
final class FormerVaultTest {
  private static final String ADDRESS = "ann.smith@harbour.example.org";
  private static final String PURPOSE = "review";

  /** Was written in the same way then; what has changed is where permissions stand. */
  private static final List<String> TABLES =
      List.of("concealed", "tenant_setting", "audit", "audit_head");

  @TempDir private Path work;
  private final InMemoryKeyring keys = new InMemoryKeyring(5);

  @Test
  void keepsValuesSettingsAndAuditAndForgetsPermissionsThatAnybodyCouldWrite() throws IOException {
    Path home = work.resolve("home");
    String event;
    String content;
    long records;
    try (PrivateHome first = new PrivateHome(home, keys)) {
      JsonObject names = JsonCodec.readObject("{\"names\": [\"Morwenna Pascoe\"]}");
      assertThat(first.call("enable_auto_tokenization", names)).isNotNull();
      event = first.remember("p", "Lunch with " + ADDRESS);
      content = content(first, event);
      assertThatExceptionOfType(RevealRefused.class).isThrownBy(() -> reveal(first, event));
      records = first.vault.read(tx -> tx.store(AuditLog.class).head().number());
    }
    makeFormer(home);
    assertThat(text(home)).as("a permission could be read").contains("rvl_former");

    try (PrivateHome now = new PrivateHome(home, keys)) {
      assertThat(now.faults()).isEmpty();
      assertThat(now.privacy.faults(Namespace.LOCAL_TENANT)).isEmpty();
      assertThat(now.privacy.permitting().all(Namespace.LOCAL_TENANT)).isEmpty();
      assertThatExceptionOfType(RevealRefused.class).isThrownBy(() -> reveal(now, event));
      now.privacy
          .permitting()
          .permit(
              PrivateHome.CALLER,
              new Permitting.Wanted(
                  "local", Set.of(SensitiveType.EMAIL), PURPOSE, Duration.ofDays(1)));
      assertThat(reveal(now, event)).isEqualTo("Lunch with " + ADDRESS);

      String again = content(now, now.remember("p", "Dinner with " + ADDRESS));
      assertThat(again.replace("Dinner", "Lunch")).as("the same pseudonym").isEqualTo(content);
      assertThat(content(now, now.remember("p", "Tea with Morwenna Pascoe")))
          .as("what was declared is private")
          .doesNotContain("Morwenna Pascoe");
      assertThat(now.vault.<Long>read(tx -> tx.store(AuditLog.class).head().number()))
          .isGreaterThan(records);
      assertThat(now.faults()).isEmpty();
      assertThat(now.privacy.corrections().correct(PrivateHome.CALLER, ADDRESS, "a" + ADDRESS))
          .isNotNull();
      assertThat(reveal(now, event)).isEqualTo("Lunch with a" + ADDRESS);
    }
    try (Sql sql = new Database(home, Layout.VAULT, UnaryOperator.identity()).openReader()) {
      assertThat(sql.number("pragma user_version")).isEqualTo(Layout.VAULT.latest());
    }
  }

  @Test
  void whatAFormerOneKeepsIsSealedAnewAsAllElse() {
    Path home = work.resolve("home");
    String event;
    try (PrivateHome first = new PrivateHome(home, keys)) {
      event = first.remember("p", "Lunch with " + ADDRESS);
    }
    makeFormer(home);
    keys.rotate();

    try (PrivateHome now = new PrivateHome(home, keys)) {
      while (now.sealAnew(100) > 0) {
        assertThat(now.faults()).isEmpty();
      }
      keys.destroyOldAsRotationsDo();
      assertThat(now.faults()).isEmpty();
      assertThat(now.erase(ADDRESS, true).array("ids").orElseThrow().size()).isEqualTo(1);
      assertThat(content(now, event)).contains("[EMAIL_");
    }
  }

  /** Puts the vault of the first version in the place of the one there, with all that it keeps. */
  private void makeFormer(Path home) {
    Path newer = work.resolve("newer.db");
    Path vault = home.resolve(Layout.VAULT.fileName());
    try {
      Files.move(vault, newer);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + vault, null, null)
        .locations(Layout.VAULT.scripts())
        .target("1")
        .load()
        .migrate();
    Instant given = Instant.now();
    try (Sql sql = new Database(home, Layout.VAULT, UnaryOperator.identity()).openWriter()) {
      assertThat(sql.number("pragma user_version")).isEqualTo(1);
      sql.execute("attach '%s' as newer".formatted(newer));
      for (String table : TABLES) {
        String columns =
            String.join(
                ", ",
                sql.list(
                    "select name from pragma_table_info('%s', 'main')".formatted(table),
                    row -> row.getString(1)));
        sql.execute(
            "insert into main.%s (%s) select %s from newer.%s"
                .formatted(table, columns, columns, table));
      }
      sql.update(
          """
          insert into main.permission
            (id, tenant, principal, types, purpose, given_at, expires_at)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          "rvl_former",
          Namespace.LOCAL_TENANT,
          "local",
          "EMAIL PHONE",
          PURPOSE,
          given.toEpochMilli(),
          given.plus(Duration.ofDays(300)).toEpochMilli());
    }
  }

  private static String text(Path home) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : List.of("vault.db", "vault.db-wal")) {
      Path file = home.resolve(name);
      if (Files.exists(file)) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static String reveal(PrivateHome home, String event) {
    JsonObject asked =
        JsonObject.builder()
            .put("id", event)
            .put("reason", "to test it")
            .put("purpose", PURPOSE)
            .build();
    return ((JsonObject) home.call("get_event_untokenized", asked)).text("content").orElseThrow();
  }

  private static String content(PrivateHome home, String id) {
    JsonObject asked = JsonObject.builder().put("id", id).build();
    return ((JsonObject) home.call("get_memory", asked)).text("content").orElseThrow();
  }
}
