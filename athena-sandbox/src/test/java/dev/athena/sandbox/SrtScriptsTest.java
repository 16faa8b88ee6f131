package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the broker, without a sandbox. */
class SrtScriptsTest {
  private static final String LINE =
      "/usr/bin/bwrap --new-session --die-with-parent --unshare-net --ro-bind / / --tmpfs /home"
          + " --tmpfs /tmp --unshare-pid --unshare-user -- /bin/bash -c 'a '\"'\"'b'\"'\"' --tmpfs'";

  @TempDir private Path cache;
  private Path scripts;

  @BeforeEach
  void install() {
    scripts = Installed.in(cache, List.of()).folder().resolve("srt");
  }

  @Test
  void wordsAreReadAsAShellReadsThem() throws IOException {
    assertThat(evaluate("words('a  b=c ' + quoted(['x', '', \"it's $HOME\", 'a\\nb']))"))
        .isEqualTo("[\"a\",\"b=c\",\"x\",\"\",\"it's $HOME\",\"a\\nb\"]");
  }

  @Test
  void whatMeansSomethingToAShellIsRefused() throws IOException {
    for (String line : List.of("a $B", "a; b", "a `b`", "a > b", "a \"$B\"", "a 'b", "a *", "~")) {
      assertThat(evaluate("words(" + JsonCodec.write(Json.of(line)) + ")"))
          .as(line)
          .contains("the command line of srt cannot be read");
    }
  }

  @Test
  void wallsAreAddedBeforeTheCommandAndNotInIt() throws IOException {
    JsonArray words = (JsonArray) JsonCodec.read(strengthened(LINE));
    List<Json> texts = words.values();

    assertThat(texts).endsWith(Json.of("-c"), Json.of("a 'b' --tmpfs"));
    assertThat(JsonCodec.write(words))
        .contains("\"--size\",\"65536\",\"--tmpfs\",\"/home\"")
        .contains("\"--size\",\"20\",\"--tmpfs\",\"/tmp\"")
        .contains("\"--size\",\"10\",\"--tmpfs\",\"/tmp/workspace\"")
        .contains("\"--remount-ro\",\"/home\"")
        .contains("\"--ro-bind-try\",\"/shown/.git\",\"/shown/.git\"")
        .containsSubsequence("\"--tmpfs\",\"/dev\"", "/dev/null", "\"--remount-ro\",\"/dev\"")
        .doesNotContain("/dev/zero", "/dev/ptmx")
        .doesNotContain("\"--remount-ro\",\"/tmp\"")
        .containsSubsequence("--unshare-ipc", "\"--\"", "/bin/bash");
  }

  @Test
  void aCommandLineThatLacksAWallIsRefused() throws IOException {
    assertThat(strengthened(LINE.replace("--unshare-net ", ""))).contains("lacks --unshare-net");
    assertThat(strengthened(LINE.replace(" -- ", " "))).contains("lacks its end");
    assertThat(strengthened(LINE.replace("--ro-bind / /", "--args 9"))).contains("too many");
  }

  @Test
  void aSettingThatSrtDoesNotKnowIsRefused() throws IOException {
    String begin =
        """
        {"begin": {"srt": %s, "folder": "", "settings": {
          "network": {"allowedDomains": [], "deniedDomains": [], "strictAllowList": true},
          "filesystem": {"denyRead": [], "allowWrite": [], "denyWrite": []}}}}
        """
            .formatted(
                JsonCodec.write(
                    Json.of(
                        SandboxFixture.srtModules() + "/" + SrtWall.PACKAGE + "/dist/index.js")))
            .replace("\n", "");

    String answer = output(begin + "\n", "node", scripts.resolve("broker.mjs").toString());

    assertThat(answer).contains("network.strictAllowList: there is no such setting");
  }

  private String strengthened(String line) throws IOException {
    JsonObject additions =
        JsonObject.builder()
            .put("workspace", "/tmp/workspace")
            .put("workspace_bytes", 10L)
            .put("temporary_bytes", 20L)
            .put("shared_bytes", 30L)
            .put("read_only", Json.ofTexts(List.of("/shown/.git")))
            .build();
    return evaluate(
        "strengthened(%s, %s)"
            .formatted(JsonCodec.write(Json.of(line)), JsonCodec.write(additions)));
  }

  /** Returns the value of an expression as JSON, or the message of its error. */
  private String evaluate(String expression) throws IOException {
    String program =
        """
        import { quoted, strengthened, words } from %s;
        try {
          process.stdout.write(JSON.stringify(%s));
        } catch (error) {
          process.stdout.write(error.message);
        }
        """
            .formatted(
                JsonCodec.write(Json.of(scripts.resolve("words.mjs").toUri().toString())),
                expression);
    return output("", "node", "--input-type=module", "-e", program);
  }

  private static String output(String input, String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.onExit().join();
    return said;
  }
}
