package dev.athena.operation;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.error.InternalFailure;
import dev.athena.error.PermissionDenied;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.operation.ArgumentReader.Arguments;
import dev.athena.principal.Caller;
import dev.athena.privacy.Screen;
import dev.athena.privacy.Use;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place through which every call of an operation goes, whichever door it came by.
 *
 * <p>In this order: the grant, the rate, the arguments without what is sensitive, the operation
 * itself, the listener.
 */
public final class Operations {
  private final OperationRegistry registry = new OperationRegistry();
  private final Map<Class<?>, Function<CallContext, ?>> targets = new ConcurrentHashMap<>();
  private final RateLimiter limiter;
  private final InstantSource clock;
  private final CallListener listener;
  private final Screen screen;
  private final ArgumentReader reader;

  /**
   * Creates the place.
   *
   * @param screen what all arguments pass, unless a parameter is marked as {@link Verbatim}
   */
  public Operations(RateLimits limits, InstantSource clock, CallListener listener, Screen screen) {
    this.screen = screen;
    this.reader = new ArgumentReader(screen, registry.binder());
    this.limiter = new RateLimiter(limits, clock);
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Adds the operations of {@code api}; {@code target} makes what carries them out for a caller.
   */
  public <A> void register(Class<A> api, Function<Caller, A> target) {
    registerInContext(api, context -> target.apply(context.caller()));
  }

  /** The same for operations that have to know more than who calls. */
  <A> void registerInContext(Class<A> api, Function<CallContext, A> target) {
    registry.register(api);
    targets.put(api, target);
  }

  /** Returns the operations there are. */
  public OperationRegistry registry() {
    return registry;
  }

  /**
   * Calls an operation by its wire name.
   *
   * @throws AthenaException if it is refused or fails; the message is fit for the caller
   */
  public Json call(Caller caller, String name, JsonObject arguments) {
    return call(CallContext.of(caller), name, arguments);
  }

  /** The same for a call that somebody follows, or that a program makes. */
  public Json call(CallContext context, String name, JsonObject arguments) {
    OperationSpec spec = registry.get(name);
    String tenant = context.caller().namespace().tenant();
    Object answer = run(context, spec, () -> reader.read(tenant, spec, arguments));
    return registry.binder().write(answer, spec.method().getGenericReturnType());
  }

  /** Returns {@code api} for one caller, as Java; its calls take the same way as all others. */
  public <A> A api(Class<A> api, Caller caller) {
    Object proxy =
        Proxy.newProxyInstance(
            api.getClassLoader(),
            new Class<?>[] {api},
            (self, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return objectMethod(self, method.getName(), arguments, api);
              }
              OperationSpec spec = registry.of(method);
              List<@Nullable Object> given =
                  arguments == null ? List.of() : Arrays.asList(arguments);
              String tenant = caller.namespace().tenant();
              return run(CallContext.of(caller), spec, () -> reader.read(tenant, spec, given));
            });
    return api.cast(proxy);
  }

  /** Returns a text without what is sensitive, for whoever follows a call of {@code caller}. */
  String screened(Caller caller, String text) {
    return screen.text(caller.namespace().tenant(), text, Use.ASKED).value();
  }

  private Object run(CallContext context, OperationSpec spec, Supplier<Arguments> arguments) {
    Caller caller = context.caller();
    Instant start = clock.instant();
    String failure = ErrorCode.INTERNAL.wireName();
    try {
      if (!caller.may(spec.grant())) {
        throw new PermissionDenied(spec.name(), spec.grant().wireName());
      }
      limiter.take(caller.principal(), spec);
      Object answer = invoke(context, spec, arguments.get());
      failure = "";
      return answer;
    } catch (AthenaException e) {
      failure = e.code().wireName();
      throw RedactedFailure.of(e, caller.namespace().tenant(), screen);
    } finally {
      listener.called(caller, spec.name(), Duration.between(start, clock.instant()), failure);
    }
  }

  private Object invoke(CallContext context, OperationSpec spec, Arguments arguments) {
    Class<?> api = spec.method().getDeclaringClass();
    Function<CallContext, ?> target =
        Optional.ofNullable(targets.get(api))
            .orElseThrow(() -> new IllegalStateException("nothing carries out " + spec.name()));
    try {
      CallContext screened = context.redacted(arguments.redacted());
      return spec.method().invoke(target.apply(screened), arguments.values().toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof AthenaException refused) {
        throw refused;
      }
      throw new InternalFailure(spec.name() + " failed inside Athena", e.getCause());
    } catch (IllegalAccessException e) {
      throw new InternalFailure(spec.name() + " cannot be called", e);
    }
  }

  @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
  private static Object objectMethod(
      Object self, String name, Object @Nullable [] arguments, Class<?> api) {
    return switch (name) {
      case "equals" -> arguments != null && self == arguments[0];
      case "hashCode" -> System.identityHashCode(self);
      default -> api.getSimpleName() + " of one caller";
    };
  }
}
