package dev.athena.app.keys.command;

import dev.athena.app.config.KeySettings;
import dev.athena.app.config.Setting;
import dev.athena.app.context.ExitCode;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import dev.athena.app.keys.KeyOptions;
import dev.athena.app.keys.Keys;
import dev.athena.app.keys.MasterKind;
import dev.athena.app.keys.SealedStores;
import dev.athena.audit.AuditOutcome;
import dev.athena.crypto.KeyScope;
import dev.athena.crypto.Keychain;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.MasterKey;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.RawMasterKey;
import dev.athena.crypto.Rotation;
import dev.athena.crypto.Share;
import dev.athena.crypto.Shares;
import dev.athena.error.AthenaException;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.json.WireName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code athena keys}. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = {
      "See, rotate, back up and move the keys that seal what is stored.",
      "",
      "All keys are wrapped with one master key. Who loses it and its backup loses what is",
      "sealed: make a backup with `athena keys backup`."
    })
public final class KeysCommand {
  private static final Logger LOG = Logger.getLogger(KeysCommand.class.getName());

  private static final String JSON = "Print JSON.";
  private static final String YES = "Do not ask.";
  private static final String ALL = "all";

  /** How many shares are made. */
  static final class Sizes {
    @Option(
        names = "--shares",
        paramLabel = "<number>",
        defaultValue = "5",
        description = "How many; 5 if not given, 16 at most.")
    private int shares;

    @Option(
        names = "--needed",
        paramLabel = "<number>",
        defaultValue = "3",
        description = "How many make the key; 3 if not given.")
    private int needed;
  }

  private final ShellContext context;
  private final Function<Keychain, SealedStores> stores;

  /**
   * Creates the command.
   *
   * @param stores opens all stores of the home
   */
  public KeysCommand(ShellContext context, Function<Keychain, SealedStores> stores) {
    this.context = context;
    this.stores = stores;
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Show which keys there are, how old they are, and which are due.")
  int status(@Option(names = "--json", description = JSON) boolean json) {
    KeyOptions options = context.keyOptions();
    Keychain keychain = Keys.open(options);
    if (!keychain.exists()) {
      if (json) {
        view().print(KeysView.NONE);
      } else {
        context.terminal().note("there are no keys yet; the first that is needed makes them");
      }
      return ExitCode.DONE;
    }
    long days = options.config().whole(KeySettings.REMINDER_DAYS).orElse(365L);
    view().status(keychain, Duration.ofDays(days), json);
    return ExitCode.DONE;
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = {
        "Take new keys into use, seal everything anew, and destroy the older keys.",
        "",
        "  athena keys rotate content",
        "",
        "Purposes: content, index, vault, pseudonym, audit, signature, or all. Whatever is",
        "interrupted is finished by the next rotation. Older keys for pseudonyms, for the audit",
        "and for signatures stay: texts name the first, and nothing could be checked without",
        "the others."
      })
  int rotate(
      @Parameters(paramLabel = "<purpose>", description = "What the keys are for.") String purpose,
      @Option(names = "--tenant", paramLabel = "<name>", description = "Those of one tenant.")
          @Nullable String tenant,
      @Option(names = "--yes", description = YES) boolean yes,
      @Option(names = "--json", description = JSON) boolean json) {
    List<Purpose> purposes = purposes(purpose);
    if (refused(yes, "This makes new keys and destroys older ones. Go on?")) {
      return ExitCode.FAILED;
    }
    Keychain keychain = Keys.open(context.keyOptions());
    refuseNoKeys(keychain);
    Map<Purpose, Rotation.Ended> ended = new TreeMap<>();
    try (SealedStores open = stores.apply(keychain)) {
      for (Purpose each : purposes) {
        try (ProgressLines progress = new ProgressLines(context, each)) {
          KeyScope scope = new KeyScope(tenant, each);
          ended.put(each, new Rotation(keychain).run(scope, open.all(), progress));
        }
      }
      JsonObject.Builder told = JsonObject.builder();
      ended.forEach((each, how) -> told.put(KeysView.word(each), WireName.of(how)));
      open.note("rotated", AuditOutcome.DONE, told.build());
    }
    view().rotated(ended, json);
    return ExitCode.DONE;
  }

  @Command(
      name = "backup",
      mixinStandardHelpOptions = true,
      description = {
        "Split the master key into shares, some of which make it again.",
        "",
        "  athena keys backup --shares 5 --needed 3 --to /media/usb",
        "",
        "Give each share to somebody else, or print it. Who has enough of them has the key."
      })
  int backup(
      @Mixin Sizes sizes,
      @Option(
              names = "--to",
              paramLabel = "<folder>",
              description = "Write a file each, and a copy of keychain.json, instead of printing.")
          @Nullable Path folder,
      @Option(names = "--yes", description = YES) boolean yes,
      @Option(names = "--json", description = JSON) boolean json) {
    if (folder == null && refused(yes, "This shows what opens everything. Go on?")) {
      return ExitCode.FAILED;
    }
    KeyOptions options = context.keyOptions();
    Keychain keychain = Keys.open(options);
    refuseNoKeys(keychain);
    RawMasterKey key = held(keychain.master());
    List<Share> shares = WrongUse.ifRefused(() -> Shares.split(key, sizes.needed, sizes.shares));
    if (folder == null) {
      view().shares(shares, json);
    } else {
      Path target = context.start().workingFolder().resolve(folder);
      view().written(new Backup(target).write(shares, options.keychain()), json);
    }
    note(
        keychain,
        "backed_up",
        JsonObject.builder().put("shares", sizes.shares).put("needed", sizes.needed).build());
    return ExitCode.DONE;
  }

  @Command(
      name = "recover",
      mixinStandardHelpOptions = true,
      description = {
        "Make the master key of its shares again, and write it into its file.",
        "",
        "  athena keys recover share-1.txt share-4.txt share-5.txt",
        "",
        "Without files it reads shares from standard input, with an empty line between two.",
        "keychain.json must be in its place: the shares make the key that opens it."
      })
  int recover(
      @Parameters(paramLabel = "<file>", arity = "0..*", description = "Files with a share each.")
          @Nullable List<Path> files) {
    List<String> texts = new ShareTexts(context).read(files == null ? List.of() : files);
    RawMasterKey key =
        WrongUse.ifRefused(() -> Shares.join("", "", texts.stream().map(Share::read).toList()));
    KeyOptions options = context.keyOptions();
    Keys.recover(options, key);
    note(Keys.open(options), "recovered", JsonObject.EMPTY);
    context.terminal().note("the master key is back, and all keys open");
    return ExitCode.DONE;
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Open every key and everything that is sealed; fails if something does not.")
  int verify(@Option(names = "--json", description = JSON) boolean json) {
    Keychain keychain = Keys.open(context.keyOptions());
    int versions = keychain.verify();
    SealedStores.Checked checked = new SealedStores.Checked(0, List.of());
    if (versions > 0) {
      try (SealedStores open = stores.apply(keychain)) {
        checked = open.check();
        if (!checked.broken().isEmpty()) {
          open.note(
              "verified",
              AuditOutcome.FAILED,
              JsonObject.builder().put("broken", checked.broken().size()).build());
        }
      }
    }
    view().verified(versions, checked, json);
    return checked.broken().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  @Command(
      name = "move",
      mixinStandardHelpOptions = true,
      description = {
        "Wrap all keys with another master key: file, env, keystore, passphrase or vault.",
        "",
        "  athena keys move file                  a new key in the file",
        "  ATHENA_MASTER_KEY=… athena keys move env",
        "  athena keys move vault --at https://vault.example:8200",
        "",
        "The keys themselves stay. Old copies of keychain.json still open with the old master",
        "key: make a new backup, then destroy both."
      })
  int move(
      @Parameters(paramLabel = "<kind>", description = "Where the master key is to be.")
          String kind,
      @Option(
              names = "--at",
              paramLabel = "<place>",
              description = "The file, the keystore, or the address of Vault.")
          @Nullable String place,
      @Option(names = "--yes", description = YES) boolean yes,
      @Option(names = "--json", description = JSON) boolean json) {
    MasterKind target = WrongUse.ifRefused(() -> MasterKind.called(kind));
    Setting setting = placeOf(target);
    if (place != null && setting == null) {
      throw new WrongUse("--at goes with file, keystore and vault only");
    }
    Json at =
        place == null || setting == null ? null : WrongUse.ifRefused(() -> setting.read(place));
    if (refused(yes, "This wraps all keys with another master key. Go on?")) {
      return ExitCode.FAILED;
    }
    KeyOptions options = context.keyOptions();
    refuseNoKeys(Keys.openAsKept(options));
    if (at != null && setting != null) {
      options.config().set(setting, at);
    }
    view().moved(Keys.move(options, target), json);
    return ExitCode.DONE;
  }

  /** Keys must be backed up and recovered even where a store is damaged. */
  private void note(Keychain keychain, String event, JsonObject details) {
    try (SealedStores open = stores.apply(keychain)) {
      open.note(event, AuditOutcome.DONE, details);
    } catch (AthenaException e) {
      LOG.log(Level.WARNING, "the audit could not be told: " + event, e);
    }
  }

  private static @Nullable Setting placeOf(MasterKind kind) {
    return switch (kind) {
      case FILE -> KeySettings.FILE;
      case KEYSTORE -> KeySettings.KEYSTORE;
      case VAULT -> KeySettings.VAULT_ADDRESS;
      case ENV, PASSPHRASE -> null;
    };
  }

  private static List<Purpose> purposes(String word) {
    if (word.equals(ALL)) {
      return List.of(Purpose.values());
    }
    List<Purpose> named =
        Arrays.stream(Purpose.values())
            .filter(purpose -> purpose.name().toLowerCase(Locale.ROOT).equals(word))
            .toList();
    if (named.isEmpty()) {
      List<String> words = new ArrayList<>();
      for (Purpose each : Purpose.values()) {
        words.add(each.name().toLowerCase(Locale.ROOT));
      }
      throw new WrongUse(
          "no keys are for `%s`; there are %s and all".formatted(word, String.join(", ", words)));
    }
    return named;
  }

  private static RawMasterKey held(MasterKey key) {
    if (key instanceof RawMasterKey raw) {
      return raw;
    }
    throw new KeysUnavailable(
        "the master key is in Vault, which does not hand it out",
        "back it up there; what is needed besides is a copy of keychain.json",
        null);
  }

  private static void refuseNoKeys(Keychain keychain) {
    if (!keychain.exists()) {
      throw new KeysUnavailable(
          "there are no keys yet", "the first that is needed makes them", null);
    }
  }

  private boolean refused(boolean yes, String question) {
    if (yes || !context.terminal().canAsk()) {
      return false;
    }
    if (context.terminal().confirmed(question, context.streams().in())) {
      return false;
    }
    context.terminal().note("nothing was changed");
    return true;
  }

  private KeysView view() {
    return new KeysView(context);
  }
}
