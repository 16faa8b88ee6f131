package dev.athena.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every rule refuses the sample made for it: a checker that looks at nothing is worse than none.
 */
class HouseRulesTest {
  private static final String ROOT = "dev.athena.badsample";
  private static final String USES = "attic.UsesLibraries";
  private static final Map<String, String> LIBRARIES =
      Map.ofEntries(
          Map.entry("fetch", "org.apache.hc.core5.http.HttpHost"),
          Map.entry("flyway", "org.flywaydb.core.Flyway"),
          Map.entry("http", "com.sun.net.httpserver.HttpServer"),
          Map.entry("jackson", "tools.jackson.core.JsonParser"),
          Map.entry("jgit", "org.eclipse.jgit.api.Git"),
          Map.entry("lucene", "org.apache.lucene.index.IndexReader"),
          Map.entry("onnx", "ai.onnxruntime.OrtEnvironment"),
          Map.entry("patterns", "com.google.re2j.Pattern"),
          Map.entry("picocli", "picocli.CommandLine"),
          Map.entry("sealing", "com.google.crypto.tink.Aead"),
          Map.entry("sql", "java.sql.Connection"));

  private static final Map<String, ArchRule> RULES = HouseRules.under(ROOT, MayUse.TABLE);

  @TempDir private static Path folder;
  private static JavaClasses samples = new ClassFileImporter().importPackages(ROOT);

  /** For each rule the sample that it must name. */
  private static Map<String, String> refused() {
    Map<String, String> refused = new HashMap<>();
    refused.put("packages have no cycles", "app.ring.Hen");
    refused.put("core packages have a row", "attic.Stray");
    refused.put("core packages use what their row says", "json.ReachesUp");
    refused.put("store knows no other adapter", "store.AsksModels");
    refused.put("models knows no other adapter", "models.AsksSandbox");
    refused.put("sandbox knows no other adapter", "sandbox.AsksServer");
    refused.put("server knows no other adapter", "server.AsksStore");
    refused.put("nobody knows the app", "server.AsksApp");
    refused.put("store alone uses java.sql..", USES + ".sql>");
    refused.put("store alone uses org.eclipse.jgit..", USES + ".jgit>");
    refused.put("store alone uses org.flywaydb..", USES + ".flyway>");
    refused.put("server alone uses com.sun.net.httpserver..", USES + ".http>");
    refused.put("sandbox alone uses org.apache.hc..", USES + ".fetch>");
    refused.put("models alone uses ai.onnxruntime..", USES + ".onnx>");
    refused.put("json alone uses tools.jackson..", USES + ".jackson>");
    refused.put("text alone uses org.apache.lucene..", USES + ".lucene>");
    refused.put("detection/privacy alone uses com.google.re2j..", USES + ".patterns>");
    refused.put("crypto alone uses com.google.crypto.tink..", USES + ".sealing>");
    refused.put("app/bench alone uses picocli..", USES + ".picocli>");
    refused.put("only sandbox starts processes", "server.StartsProcess");
    refused.put("only the program touches the standard streams", "server.Prints");
    refused.put("only the program touches exit, streams and environment", "server.Exits");
    refused.put("time is injected", "app.ReadsTime");
    refused.put("the clock is injected", "app.ReadsClock");
    refused.put("the id is injected", "app.MakesIds");
    refused.put("chance is injected", "app.RollsDice");
    refused.put("the pause is injected", "app.Sleeps");
    refused.put("no field is an Optional", "app.MaybeField");
    refused.put("a name says what the class does", "app.ThingManager");
    return refused;
  }

  /** A class with a field for each library, made here because no module has all libraries. */
  @BeforeAll
  static void makeLibrarySample() throws IOException {
    Path sample = folder.resolve("UsesLibraries.class");
    ClassFile.of()
        .buildTo(
            sample,
            ClassDesc.of(ROOT + "." + USES),
            made -> {
              for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
                made.withField(library.getKey(), ClassDesc.of(library.getValue()), 0);
              }
            });
    List<Location> locations = new ArrayList<>(Locations.ofPackage(ROOT));
    locations.add(Location.of(sample));
    samples = new ClassFileImporter().importLocations(locations);
  }

  @TestFactory
  Stream<DynamicTest> refusesItsSample() {
    return refused().entrySet().stream()
        .map(sample ->
            DynamicTest.dynamicTest(
                sample.getKey(), () -> assertRefused(sample.getKey(), sample.getValue())));
  }

  @Test
  void everyRuleHasASample() {
    assertThat(refused().keySet()).containsExactlyInAnyOrderElementsOf(RULES.keySet());
  }

  @Test
  void whatIsAllowedPasses() {
    JavaClasses good = new ClassFileImporter().importPackages(ROOT + ".error");

    assertThat(RULES.values()).allMatch(rule -> !rule.evaluate(good).hasViolation());
    assertThat(good).isNotEmpty();
  }

  private static void assertRefused(String name, String sample) {
    ArchRule rule = RULES.get(name);

    assertThat(rule).as(name).isNotNull();
    assertThat(rule.evaluate(samples).getFailureReport().toString()).contains(ROOT + "." + sample);
  }
}
