package org.pentimento.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** Which bundle may use which: one line a bundle. What is not named may not be used. */
@AnalyzeClasses(packages = "org.pentimento", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("api", List.of()),
          Map.entry("dataset", List.of("api")),
          Map.entry("trigger", List.of("api")),
          Map.entry("poisoning", List.of("api")),
          Map.entry("metric", List.of("api")),
          Map.entry("platform", List.of("api")),
          Map.entry("logging", List.of()),
          Map.entry("engine", List.of("api")),
          Map.entry("generator", List.of("api", "engine")),
          Map.entry("model", List.of("api", "engine", "platform")),
          Map.entry("casefile", List.of("api")),
          Map.entry("registry", List.of("api")),
          Map.entry("plan", List.of("api", "registry")),
          Map.entry("protocol", List.of("api", "casefile", "platform")),
          Map.entry("audit", List.of("api", "casefile", "plan", "registry", "platform")),
          Map.entry(
              "jobs",
              List.of(
                  "api",
                  "casefile",
                  "verdict",
                  "plan",
                  "registry",
                  "platform",
                  "protocol",
                  "audit")),
          Map.entry("verdict", List.of("api", "casefile")),
          Map.entry("chart", List.of("api")),
          Map.entry("figures", List.of("api", "casefile", "chart", "verdict")),
          Map.entry(
              "report", List.of("api", "casefile", "chart", "figures", "registry", "verdict")),
          Map.entry(
              "cli",
              List.of(
                  "api",
                  "casefile",
                  "verdict",
                  "registry",
                  "plan",
                  "platform",
                  "protocol",
                  "chart",
                  "figures",
                  "report")),
          Map.entry("equinox", List.of()),
          Map.entry(
              "workbench",
              List.of(
                  "api",
                  "casefile",
                  "verdict",
                  "registry",
                  "plan",
                  "platform",
                  "protocol",
                  "chart",
                  "figures",
                  "equinox")));

  @ArchTest
  static void arrowsPointDown(JavaClasses classes) {
    MAY_USE.forEach(
        (bundle, allowed) -> {
          List<String> packages = new ArrayList<>(List.of("org.pentimento." + bundle + ".."));
          allowed.forEach(a -> packages.add("org.pentimento." + a + ".."));
          noClasses()
              .that()
              .resideInAPackage("org.pentimento." + bundle + "..")
              .should()
              .dependOnClassesThat(
                  resideInAnyPackage("org.pentimento..")
                      .and(resideOutsideOfPackages(packages.toArray(String[]::new))))
              .check(classes);
        });
  }

  /** A bundle that is missing from the table above would escape the rule. */
  @ArchTest
  static void everyBundleIsNamed(JavaClasses classes) {
    List<String> unknown =
        classes.stream()
            .map(c -> c.getPackageName().replaceFirst("^org\\.pentimento\\.?", "").split("\\.")[0])
            .filter(b -> !b.equals("architecture") && !MAY_USE.containsKey(b))
            .distinct()
            .toList();
    Assertions.assertEquals(List.of(), unknown);
    MAY_USE
        .keySet()
        .forEach(
            b ->
                Assertions.assertTrue(
                    classes.stream()
                        .anyMatch(c -> c.getPackageName().startsWith("org.pentimento." + b)),
                    "no class of " + b + " was looked at"));
  }

  @ArchTest
  static final ArchRule ONLY_THE_ENGINE_AND_GENERATORS_KNOW_ND4J =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.pentimento.engine..", "org.pentimento.generator..", "org.pentimento.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..");

  /** Another system is one more implementation of the platform, and no search through the code. */
  @ArchTest
  static final ArchRule THE_IMPLEMENTATION_FOR_A_SYSTEM_IS_KNOWN_TO_NOBODY =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.pentimento.platform.linux..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.pentimento.platform.linux..");

  @ArchTest
  static final ArchRule ONLY_THE_WINDOW_KNOWS_ECLIPSE =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.pentimento.workbench..", "org.pentimento.equinox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse..");

  /** What they share stands in the base, which knows none of them. */
  @ArchTest
  static void partsOfTheWindowMeetInItsBase(JavaClasses classes) {
    List<String> parts = List.of("dataset", "exchange", "plan", "run");
    for (String part : parts) {
      noClasses()
          .that()
          .resideInAPackage("org.pentimento.workbench..")
          .and()
          .resideOutsideOfPackage("org.pentimento.workbench." + part + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.pentimento.workbench." + part + "..")
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule NOBODY_OPENS_A_CONNECTION =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.Socket")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.URLConnection")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule THE_VOCABULARY_NEEDS_THE_JDK_AND_OSGI_ALONE =
      noClasses()
          .that()
          .resideInAPackage("org.pentimento.api..")
          .should()
          .dependOnClassesThat(
              resideOutsideOfPackages(
                  "org.pentimento.api..",
                  "java..",
                  "org.osgi.annotation..",
                  "org.jspecify.annotations.."));
}
