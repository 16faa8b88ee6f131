package dev.athena.execution;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.MalformedJson;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Bridge;
import dev.athena.privacy.Crossed;
import dev.athena.privacy.Crossing;
import dev.athena.privacy.Opened;
import dev.athena.privacy.Passage;
import dev.athena.privacy.Screen;
import dev.athena.privacy.Spelling;
import dev.athena.privacy.Use;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands between a program and the hosts it fetches from: the program holds pseudonyms, a host
 * gets what stands behind them if that is permitted, and nothing private comes back.
 */
public final class Border {
  /** For programs of an Athena without privacy. */
  public static final Border NONE =
      new Border(Bridge.NONE, Screen.OPEN, Caller.local(Namespace.ofProject("none")), "");

  private final Bridge bridge;
  private final Screen screen;
  private final Caller caller;
  private final String execution;

  /**
   * Creates the border of one program.
   *
   * @param execution the id of what runs it, for the audit
   */
  public Border(Bridge bridge, Screen screen, Caller caller, String execution) {
    this.bridge = bridge;
    this.screen = screen;
    this.caller = caller;
    this.execution = execution;
  }

  /**
   * Returns a request as it is to be sent.
   *
   * @param isRedirected whether another host said that it is to go there
   */
  Departure leave(FetchRequest request, boolean isRedirected) {
    FetchUrl url = request.url();
    List<Passage> passages = new ArrayList<>();
    passages.add(new Passage(url.target(), Spelling.PERCENT));
    Map<String, HeaderPassage> headers = HeaderPassage.all(request.headers());
    headers.values().forEach(header -> passages.add(header.passage()));
    String body = request.body();
    if (body != null) {
      passages.add(new Passage(body, BodySpelling.of(request)));
    }
    Iterator<Opened> opened =
        bridge
            .cross(
                new Crossing(
                    caller, Crossing.FETCH, url.host(), url.port(), execution, isRedirected),
                passages)
            .iterator();
    Opened target = opened.next();
    Map<String, Opened> values = new LinkedHashMap<>();
    headers.forEach((name, header) -> values.put(name, header.written(opened.next())));
    return checked(new Departure(request, target, values, body == null ? null : opened.next()));
  }

  private static Departure checked(Departure departure) {
    int headers =
        departure.headers().entrySet().stream()
            .mapToInt(one -> one.getKey().length() + one.getValue().length())
            .sum();
    if (departure.target().length() > FetchUrl.LENGTH_MAX || headers > FetchHeaders.LENGTH_MAX) {
      throw new InvalidArgument(
          "the URL or the headers are too long with what stands behind their pseudonyms",
          "send it in the body");
    }
    return departure;
  }

  /**
   * Returns an answer without the values that were sent.
   *
   * @throws FetchFailed if they may be in it and cannot be taken out
   */
  FetchResponse back(Departure departure, FetchResponse response) {
    Crossed crossed = bridge.crossed(caller.namespace().tenant());
    if (crossed.isNothing()) {
      return response;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .headers()
        .forEach((name, value) -> headers.put(crossed.without(name), crossed.without(value)));
    Optional<String> text = response.text();
    FetchBody body = response.body();
    if (text.isPresent()) {
      body = FetchBody.ofText(crossed.without(text.get()));
    } else if (isOpaque(departure, response) || crossed.standsIn(body.bytes())) {
      throw FetchFailed.withheld(departure.request().url());
    }
    return new FetchResponse(response.status(), headers, body);
  }

  /** What no text is found in may hold an echo all the same. */
  private static boolean isOpaque(Departure departure, FetchResponse response) {
    return departure.isPrivate() || response.header("content-encoding").isPresent();
  }

  /** Returns an answer as the program gets it: without anything private. */
  FetchResponse enter(FetchResponse response) {
    JsonObject.Builder headers = JsonObject.builder();
    response.headers().forEach(headers::put);
    Map<String, String> screened = new LinkedHashMap<>();
    ((JsonObject) screened(headers.build()))
        .members()
        .forEach((name, value) -> screened.put(name, ((Json.Text) value).value()));
    FetchBody body = response.text().map(text -> entered(response, text)).orElse(response.body());
    return new FetchResponse(response.status(), screened, body);
  }

  /** Returns the URL of an answer as the program gets it. */
  String enter(FetchUrl url) {
    return text(url.toString());
  }

  private FetchBody entered(FetchResponse response, String text) {
    Optional<Json> tree = json(text);
    String screened = tree.isPresent() ? redacted(tree.get()).orElse(text) : text(text);
    return screened.equals(text) ? response.body() : FetchBody.ofText(screened);
  }

  /** Returns the same without anything private; empty if it holds nothing private. */
  private Optional<String> redacted(Json tree) {
    Json screened = screened(tree);
    return screened.equals(tree) ? Optional.empty() : Optional.of(JsonCodec.write(screened));
  }

  private static Optional<Json> json(String text) {
    try {
      return Optional.of(JsonCodec.read(text));
    } catch (MalformedJson _) {
      return Optional.empty();
    }
  }

  private Json screened(Json tree) {
    return screen.json(caller.namespace().tenant(), tree, Use.STORED).value();
  }

  private String text(String text) {
    return screen.text(caller.namespace().tenant(), text, Use.STORED).value();
  }

  /** Returns how large the body is with all values in it, in bytes of UTF-8. */
  static int bodyBytes(Departure departure) {
    String body = departure.body();
    return body == null ? 0 : body.getBytes(StandardCharsets.UTF_8).length;
  }
}
