package dev.athena.server.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.server.conformance.ConformanceServer;
import dev.athena.server.testing.HostileMessages;
import dev.athena.server.testing.Messages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileStdioTest {
  private static final int MESSAGES = 1_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 20_261_122})
  @Timeout(120)
  void afterEveryHostileMessageTheNextGoodOneIsServed(long seed) throws IOException {
    HostileMessages hostile = new HostileMessages(seed);
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    for (long i = 0; i < MESSAGES; i++) {
      input.writeBytes(hostile.next());
      input.write('\n');
      input.writeBytes(JsonCodec.writeUtf8(Messages.legacy(i, "ping", "{}")));
      input.write('\n');
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    List<String> failures = new CopyOnWriteArrayList<>();

    StdioTransport.serve(
        ConformanceServer.create((where, failure) -> failures.add(where + ": " + failure)),
        new ByteArrayInputStream(input.toByteArray()),
        output);

    assertThat(answeredPings(output)).as("seed %s", seed).hasSize(MESSAGES);
    assertThat(failures).as("seed %s", seed).isEmpty();
  }

  private static Set<Json> answeredPings(ByteArrayOutputStream output) {
    Set<Json> expected =
        LongStream.range(0, MESSAGES).mapToObj(Json::of).collect(Collectors.toSet());
    Set<Json> answered = new HashSet<>();
    output
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(JsonCodec::readObject)
        .filter(message -> message.object("result").equals(Optional.of(JsonObject.EMPTY)))
        .map(message -> message.find("id").orElse(Json.Null.VALUE))
        .filter(expected::contains)
        .forEach(answered::add);
    return answered;
  }
}
