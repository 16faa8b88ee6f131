package dev.athena.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The rules for all classes under one root package.
 *
 * <p>The root is a parameter so that the same rules run over Athena and over the samples that they
 * must refuse.
 */
final class HouseRules {
  /** The modules that touch an outside world; none knows another. */
  static final List<String> ADAPTERS = List.of("store", "models", "sandbox", "server");

  /** The modules that are neither core nor adapter. */
  static final Set<String> OTHERS = Set.of("app", "bench", "testkit");

  /** The one class that may ask the system for time, chance and pauses. */
  private static final String SOURCES = "SystemSources";

  private final String root;
  private final MayUse mayUse;
  private final Map<String, ArchRule> rules = new LinkedHashMap<>();

  private HouseRules(String root, MayUse mayUse) {
    this.root = root;
    this.mayUse = mayUse;
  }

  /** Returns the rules by name for the classes under {@code root}. */
  static Map<String, ArchRule> under(String root, MayUse mayUse) {
    HouseRules house = new HouseRules(root, mayUse);
    house.addDirections();
    house.addOwners();
    house.addInjected();
    house.addShapes();
    house.rules.replaceAll((_, rule) -> rule.allowEmptyShould(true));
    return house.rules;
  }

  private void addDirections() {
    rules.put(
        "packages have no cycles", slices().matching(root + ".(**)").should().beFreeOfCycles());
    rules.put("core packages have a row", classes().should(haveRow()));
    rules.put("core packages use what their row says", classes().should(keepToRow()));
    for (String adapter : ADAPTERS) {
      List<String> others = new ArrayList<>(ADAPTERS);
      others.remove(adapter);
      rules.put(
          adapter + " knows no other adapter",
          noClasses()
              .that()
              .resideInAPackage(in(adapter))
              .should()
              .dependOnClassesThat(resideInAnyPackage(in(others))));
    }
    rules.put(
        "nobody knows the app",
        noClasses()
            .that()
            .resideOutsideOfPackages(in(List.of("app", "bench")))
            .should()
            .dependOnClassesThat(resideInAnyPackage(in("app"))));
  }

  private void addOwners() {
    List<String> store = List.of("store");
    only(store, "java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..");
    only(store, "org.eclipse.jgit..");
    only(store, "org.flywaydb..");
    only(List.of("server"), "com.sun.net.httpserver..");
    only(List.of("sandbox"), "org.apache.hc..");
    only(List.of("models"), "ai.onnxruntime..", "ai.djl..");
    only(List.of("json"), "tools.jackson..");
    only(List.of("text"), "org.apache.lucene..");
    List<String> finders = List.of("detection", "privacy");
    only(finders, "com.google.re2j..", "com.google.i18n.phonenumbers..");
    only(List.of("crypto"), "com.google.crypto.tink..", "org.bouncycastle..");
    only(List.of("app", "bench"), "picocli..");
    rules.put(
        "only sandbox starts processes",
        outside(List.of("sandbox", "bench"))
            .dependOnClassesThat(nameStartingWith("java.lang.Process"))
            .orShould()
            .callMethodWhere(calls(Runtime.class, "exec")));
    rules.put(
        "only the program touches the standard streams",
        outside(List.of("app", "bench")).accessFieldWhere(standardStream()));
    rules.put(
        "only the program touches exit, streams and environment",
        outside(List.of("app", "bench"))
            .callMethodWhere(
                calls(System.class, "exit", "setIn", "setOut", "setErr", "getenv", "console"))
            .orShould()
            .callMethodWhere(calls(Runtime.class, "exit", "halt")));
  }

  private void addInjected() {
    rules.put(
        "time is injected",
        noClasses()
            .that()
            .resideOutsideOfPackage(in("bench")) // what measures reads the clock itself
            .and()
            .doNotHaveFullyQualifiedName(root + ".app." + SOURCES)
            .should()
            .accessTargetWhere(calls(System.class, "currentTimeMillis", "nanoTime"))
            .because("only app." + SOURCES + " supplies it, so that a test can set it"));
    forbid("the clock", systemClock());
    forbid("the id", calls(UUID.class, "randomUUID"));
    forbid(
        "chance",
        calls(Math.class, "random")
            .or(calls(ThreadLocalRandom.class, "current"))
            .or(unseededRandom()));
    forbid("the pause", calls(Thread.class, "sleep").or(calls(TimeUnit.class, "sleep")));
  }

  private void addShapes() {
    rules.put(
        "no field is an Optional",
        fields()
            .should()
            .notHaveRawType(Optional.class)
            .because("a field that may be absent is @Nullable"));
    rules.put(
        "a name says what the class does",
        classes().should().haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager)$"));
  }

  private void only(List<String> owners, String... libraries) {
    rules.put(
        String.join("/", owners) + " alone uses " + libraries[0],
        outside(owners).dependOnClassesThat(resideInAnyPackage(libraries)));
  }

  private void forbid(String what, DescribedPredicate<JavaAccess<?>> access) {
    rules.put(
        what + " is injected",
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(root + ".app." + SOURCES)
            .should()
            .accessTargetWhere(access)
            .because("only app." + SOURCES + " supplies it, so that a test can set it"));
  }

  private ClassesShould outside(List<String> owners) {
    return noClasses().that().resideOutsideOfPackages(in(owners)).should();
  }

  private String in(String name) {
    return root + "." + name + "..";
  }

  private String[] in(List<String> names) {
    return names.stream().map(this::in).toArray(String[]::new);
  }

  private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String... methods) {
    Set<String> names = Set.copyOf(Arrays.asList(methods));
    return DescribedPredicate.describe(
        owner.getSimpleName() + "." + String.join("/", methods),
        access ->
            access.getTargetOwner().isEquivalentTo(owner) && names.contains(access.getName()));
  }

  /** A clock read without one being handed in: {@code Instant.now()}, {@code Clock.systemUTC()}. */
  private static DescribedPredicate<JavaAccess<?>> systemClock() {
    return DescribedPredicate.describe(
        "the system clock",
        access -> {
          if (!access.getTargetOwner().getPackageName().equals("java.time")) {
            return false;
          }
          boolean systemClock = access.getName().startsWith("system") && !zoneOnly(access);
          boolean now = access.getName().equals("now");
          return systemClock || (now && !access.getTarget().getFullName().contains("Clock)"));
        });
  }

  private static boolean zoneOnly(JavaAccess<?> access) {
    return access.getName().equals("systemDefault");
  }

  private static DescribedPredicate<JavaAccess<?>> unseededRandom() {
    return DescribedPredicate.describe(
        "new Random()",
        access -> access.getTarget().getFullName().equals("java.util.Random.<init>()"));
  }

  private static DescribedPredicate<JavaFieldAccess> standardStream() {
    Set<String> names = Set.of("in", "out", "err");
    return DescribedPredicate.describe(
        "a standard stream",
        access ->
            access.getTargetOwner().isEquivalentTo(System.class)
                && names.contains(access.getName()));
  }

  /** Returns the first package name below the root; empty if the class is elsewhere. */
  private String room(JavaClass javaClass) {
    String name = javaClass.getPackageName();
    if (!name.startsWith(root + ".")) {
      return "";
    }
    String below = name.substring(root.length() + 1);
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }

  private ArchCondition<JavaClass> haveRow() {
    return new ArchCondition<>("be in a package of the table, an adapter or the program") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String room = room(item);
        if (!mayUse.has(room) && !ADAPTERS.contains(room) && !OTHERS.contains(room)) {
          events.add(
              SimpleConditionEvent.violated(
                  item, item.getName() + " is in a package without a row in MayUse"));
        }
      }
    };
  }

  private ArchCondition<JavaClass> keepToRow() {
    return new ArchCondition<>("use only what the row of its package says") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
          String used = room(dependency.getTargetClass().getBaseComponentType());
          if (!used.isEmpty() && !mayUse.allows(room(item), used)) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }
}
