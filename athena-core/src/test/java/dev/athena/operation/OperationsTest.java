package dev.athena.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.error.InternalFailure;
import dev.athena.error.InvalidArgument;
import dev.athena.error.PermissionDenied;
import dev.athena.error.RateLimited;
import dev.athena.json.Doc;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.operation.RateLimits.Rate;
import dev.athena.principal.Caller;
import dev.athena.principal.Grant;
import dev.athena.principal.Namespace;
import dev.athena.principal.Principal;
import dev.athena.privacy.Screen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one gate: grant, rate, arguments, the operation, the listener. */
final class OperationsTest {
  private static final Namespace PROJECT = Namespace.ofProject("p");
  private static final Caller OWNER = Caller.local(PROJECT);
  private static final Caller READER =
      new Caller(new Principal("reader"), PROJECT, Set.of(Grant.READ));

  private final List<String> heard = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private long millis = 1_000;
  private final Operations operations =
      new Operations(
          new RateLimits(
              Map.of(Effect.READS, new Rate(10, 3), Effect.ADDS, new Rate(1_000, 1_000))),
          () -> Instant.ofEpochMilli(millis),
          (caller, operation, took, failure) ->
              heard.add(
                  "%s %s %s %s"
                      .formatted(caller.principal().name(), operation, took.toMillis(), failure)),
          Screen.OPEN);

  @BeforeEach
  void register() {
    operations.register(Api.class, Target::new);
  }

  @Test
  void anOperationAnswersByItsWireName() {
    assertThat(call(OWNER, "say_twice", "{\"text\": \"a\"}")).isEqualTo(json("\"aa 1 null\""));
  }

  @Test
  void theCallerIsHandedOn() {
    assertThat(call(READER.in("other"), "who_am_i", "{}")).isEqualTo(json("\"reader in other\""));
  }

  @Test
  void aCallWithoutTheGrantIsDeniedAndNotMade() {
    assertThatThrownBy(() -> call(READER, "say_twice", "{\"text\": \"a\"}"))
        .isInstanceOf(PermissionDenied.class)
        .hasMessageContaining("say_twice needs the grant \"write\"");

    assertThat(done).isEmpty();
    assertThat(heard).containsExactly("reader say_twice 0 permission_denied");
  }

  @Test
  void aCallWithoutTheGrantIsDeniedBeforeItsArgumentsAreLookedAt() {
    assertThatThrownBy(() -> call(READER, "say_twice", "{\"nonsense\": 1}"))
        .isInstanceOf(PermissionDenied.class);
  }

  @Test
  void anUnknownOperationIsNotFoundAndTheOneMeantIsNamed() {
    assertThatThrownBy(() -> call(OWNER, "say_twise", "{}"))
        .isInstanceOfSatisfying(
            AthenaException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND);
              assertThat(refused.hint()).isEqualTo("did you mean say_twice?");
            });
    assertThatThrownBy(() -> call(OWNER, "x".repeat(1_000), "{}"))
        .isInstanceOfSatisfying(
            AthenaException.class,
            refused -> {
              assertThat(refused.problem()).hasSizeLessThan(200);
              assertThat(refused.hint()).contains("discover_apis");
            });
  }

  @Test
  void anUnknownArgumentIsRefusedAndTheOneMeantIsNamed() {
    assertThatThrownBy(() -> call(OWNER, "say_twice", "{\"text\": \"a\", \"cuont\": 2}"))
        .isInstanceOfSatisfying(
            InvalidArgument.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo("say_twice has no argument \"cuont\"");
              assertThat(refused.hint())
                  .isEqualTo("did you mean \"count\"? known are: text, count, note");
            });
    assertThat(done).isEmpty();
  }

  @Test
  void aMissingArgumentIsRefusedWithItsDocumentation() {
    for (String arguments : List.of("{}", "{\"text\": null}")) {
      assertThatThrownBy(() -> call(OWNER, "say_twice", arguments))
          .isInstanceOfSatisfying(
              InvalidArgument.class,
              refused -> {
                assertThat(refused.problem()).isEqualTo("say_twice needs the argument \"text\"");
                assertThat(refused.hint()).isEqualTo("text: What to say.");
              });
    }
  }

  @Test
  void anArgumentOfTheWrongTypeIsRefused() {
    assertThatThrownBy(() -> call(OWNER, "say_twice", "{\"text\": 7}"))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("text is of type number");
    assertThatThrownBy(() -> call(OWNER, "say_twice", "{\"text\": \"a\", \"count\": 1.5}"))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("count is 1.5");
    assertThatThrownBy(() -> call(OWNER, "say_twice", "{\"text\": \"a\", \"count\": 3000000000}"))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("count is 3000000000");
  }

  @Test
  void nullAsksForTheDefault() {
    assertThat(call(OWNER, "say_twice", "{\"text\": \"a\", \"count\": null, \"note\": null}"))
        .isEqualTo(json("\"aa 1 null\""));
    assertThat(call(OWNER, "say_twice", "{\"text\": \"a\", \"count\": 2, \"note\": \"n\"}"))
        .isEqualTo(json("\"aa 2 n\""));
  }

  @Test
  void pastTheRateACallIsRefusedWithTheTimeToWait() {
    for (int i = 0; i < 3; i++) {
      call(OWNER, "who_am_i", "{}");
    }

    assertThatThrownBy(() -> call(OWNER, "who_am_i", "{}"))
        .isInstanceOfSatisfying(
            RateLimited.class,
            refused -> {
              assertThat(refused.retryAfterMillis()).isEqualTo(100);
              assertThat(refused.hint()).contains("100 ms");
              assertThat(refused.code().wireName()).isEqualTo("rate_limited");
            });

    call(READER, "who_am_i", "{}");
    millis += 100;
    call(OWNER, "who_am_i", "{}");
  }

  @Test
  void whatAnOperationRefusesIsRefusedInItsOwnWords() {
    assertThatThrownBy(() -> call(OWNER, "fail", "{\"how\": \"refuse\"}"))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("refused");
    assertThat(heard).containsExactly("local fail 0 invalid_argument");
  }

  @Test
  void aFaultOfAthenasIsTheCauseAndNotTheMessage() {
    assertThatThrownBy(() -> call(OWNER, "fail", "{\"how\": \"break\"}"))
        .isInstanceOf(InternalFailure.class)
        .hasMessage("fail failed inside Athena")
        .hasRootCauseMessage("/home/ann/secret");
    assertThat(heard).containsExactly("local fail 0 internal");
  }

  @Test
  void theListenerHearsOfEveryCallOnce() {
    call(OWNER, "who_am_i", "{}");
    assertThatThrownBy(() -> call(OWNER, "say_twice", "{}")).isInstanceOf(InvalidArgument.class);

    assertThat(heard).containsExactly("local who_am_i 0 ", "local say_twice 0 invalid_argument");
  }

  @Test
  void theJavaFaceTakesTheSameWay() {
    Api reader = operations.api(Api.class, READER);

    assertThat(reader.whoAmI()).isEqualTo("reader in p");
    assertThatThrownBy(() -> reader.sayTwice("a", 1, null)).isInstanceOf(PermissionDenied.class);
    assertThat(Set.of(reader, operations.api(Api.class, READER))).hasSize(2).contains(reader);
    assertThat(reader).hasToString("Api of one caller");
  }

  @Test
  void aNameIsTakenOnce() {
    assertThatThrownBy(() -> operations.register(Api.class, Target::new))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two operations");
  }

  @Test
  void everyOperationOfTheMemoryIsWholeAndItsExampleFits() {
    OperationRegistry registry = new OperationRegistry();
    registry.register(MemoryApi.class);

    for (OperationSpec spec : registry.list(null, null)) {
      List<String> names = spec.parameters().stream().map(ParameterSpec::name).toList();
      assertThat(spec.summary()).as(spec.name()).endsWith(".");
      assertThat(names).containsAll(spec.example().members().keySet());
      assertThat(spec.argumentsSchema().has("properties")).isTrue();
    }
    assertThat(registry.categories()).containsExactly("memory");
    assertThat(registry.get("recall").signature()).isEqualTo("recall(query, limit=5, layers=None)");
    assertThat(registry.search("find facts that answer a question").getFirst().name())
        .startsWith("recall");
  }

  private Json call(Caller caller, String name, String arguments) {
    return operations.call(caller, name, JsonCodec.readObject(arguments));
  }

  private static Json json(String text) {
    return JsonCodec.read(text);
  }

  /** Operations of the test. */
  public interface Api {
    @Operation(
        category = "test",
        grant = Grant.WRITE,
        effect = Effect.ADDS,
        summary = "Says a text twice.",
        details = "",
        returns = "The text, twice.",
        example = "{\"text\": \"a\"}")
    String sayTwice(
        @Doc("What to say.") String text,
        @Doc(value = "A number.", ifAbsent = "1") int count,
        @Doc("A note.") @Nullable String note);

    @Operation(
        category = "test",
        grant = Grant.READ,
        effect = Effect.READS,
        summary = "Says who calls.",
        details = "",
        returns = "The name.",
        example = "{}")
    String whoAmI();

    @Operation(
        category = "test",
        grant = Grant.WRITE,
        effect = Effect.ADDS,
        summary = "Fails.",
        details = "",
        returns = "Nothing.",
        example = "{\"how\": \"refuse\"}")
    String fail(@Doc("How.") String how);
  }

  private final class Target implements Api {
    private final Caller caller;

    Target(Caller caller) {
      this.caller = caller;
    }

    @Override
    public String sayTwice(String text, int count, @Nullable String note) {
      done.add(text);
      return text + text + " " + count + " " + note;
    }

    @Override
    public String whoAmI() {
      return caller.principal().name() + " in " + caller.namespace().project();
    }

    @Override
    public String fail(String how) {
      if (how.equals("refuse")) {
        throw new InvalidArgument("refused", "do not");
      }
      throw new IllegalStateException("/home/ann/secret");
    }
  }
}
