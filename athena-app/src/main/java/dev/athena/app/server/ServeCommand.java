package dev.athena.app.server;

import dev.athena.app.config.ConfigFile;
import dev.athena.app.config.SettingKind;
import dev.athena.app.config.Settings;
import dev.athena.app.context.ExitCode;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import dev.athena.error.InvalidArgument;
import dev.athena.server.http.HttpOptions;
import dev.athena.server.http.HttpTransport;
import dev.athena.server.tools.Callers;
import dev.athena.server.tools.Profile;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code athena serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serve MCP clients over HTTP.",
      "",
      "Ctrl-C ends it. Only this machine can connect, unless --host says otherwise and there",
      "is a token.",
      "A request names another project by the header Athena-Project."
    })
public final class ServeCommand implements Callable<Integer> {
  private static final int PORT_DEFAULT = 8642;
  private static final int PORT_MAX = 65_535;

  private final ShellContext context;

  @Option(names = "--port", description = "The port, 8642 unless set; 0 for any that is free.")
  private @Nullable Integer port;

  @Option(names = "--host", description = "The address to listen on, 127.0.0.1 unless given.")
  private String host = "127.0.0.1";

  @Option(names = "--token", description = "What clients must send as bearer token.")
  private @Nullable String token;

  @Option(
      names = "--tools",
      paramLabel = "<profile>",
      description = "Which tools are listed: code, standard (the default) or classic.")
  private String tools = Profile.STANDARD.wireName();

  public ServeCommand(ShellContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    HttpOptions options = options();
    Profile profile = WrongUse.ifRefused(() -> Profile.of(tools));
    Callers callers = Callers.byProject(context.caller());
    try (Interruption interruption = Interruption.listen();
        Serving serving = Serving.of(context, callers, profile);
        HttpTransport transport = HttpTransport.open(serving.server(), options)) {
      context.terminal().line(transport.endpoint().toString());
      context.terminal().note("serving project " + context.project() + "; Ctrl-C ends it");
      context.terminal().flush();
      serving.begin();
      interruption.await();
    } catch (IOException e) {
      throw new InvalidArgument(
          "cannot listen on %s port %d: %s".formatted(host, options.port(), e.getMessage()),
          "choose another --port, or --port 0 for any that is free",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.DONE;
  }

  private HttpOptions options() {
    ConfigFile config = context.config();
    int wanted =
        port == null
            ? config.whole(Settings.HTTP_PORT).map(Math::toIntExact).orElse(PORT_DEFAULT)
            : port;
    if (wanted < 0 || wanted > PORT_MAX) {
      throw new WrongUse("--port is " + wanted + "; use 0 to " + PORT_MAX);
    }
    if (host.isBlank()) {
      throw new WrongUse("--host is blank; name an address to listen on, or leave it out");
    }
    HttpOptions options = HttpOptions.loopback(wanted).listenOn(host, Set.of(host));
    return token(config).map(secret -> options.with(new OneToken(secret))).orElse(options);
  }

  /** A token that came out empty must not leave the door open. */
  private Optional<String> token(ConfigFile config) {
    String typed = token;
    if (typed == null) {
      return config.text(Settings.HTTP_TOKEN);
    }
    SettingKind kind = Settings.HTTP_TOKEN.kind();
    if (kind.read(typed).isEmpty()) {
      throw new WrongUse("--token cannot be what was sent; send " + kind.range());
    }
    return Optional.of(typed);
  }
}
