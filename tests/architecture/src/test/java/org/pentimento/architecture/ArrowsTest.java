package org.pentimento.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pentimento.architecture.BundleTable.Bundle;

/** Which bundle may use which, and which may use what of others. */
@AnalyzeClasses(packages = "org.pentimento", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  private static final BundleTable TABLE = BundleTable.read();

  @ArchTest
  static void arrowsPointDown(JavaClasses classes) {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass user : classes) {
      Bundle bundle = TABLE.of(user.getPackageName()).orElse(null);
      if (bundle == null) {
        continue; // the next rule names it
      }
      Set<String> allowed = TABLE.mayUse(bundle.name());
      user.getDirectDependenciesFromSelf()
          .forEach(
              d ->
                  TABLE
                      .of(d.getTargetClass().getPackageName())
                      .filter(used -> !used.equals(bundle) && !allowed.contains(used.name()))
                      .ifPresent(used -> wrong.add(bundle.name() + " -> " + used.name() + ": " + d)));
    }
    assertEquals(Set.of(), wrong, "docs/architecture.md does not allow it");
  }

  /** A bundle that the table leaves out would escape the rules, and so would one not looked at. */
  @ArchTest
  static void everyBundleIsInTheTable(JavaClasses classes) {
    Set<String> looked = new TreeSet<>();
    Set<String> unknown = new TreeSet<>();
    for (JavaClass c : classes) {
      String name = c.getPackageName();
      if (!name.equals("org.pentimento.architecture")) {
        TABLE.of(name).ifPresentOrElse(b -> looked.add(b.name()), () -> unknown.add(name));
      }
    }
    assertEquals(Set.of(), unknown, "packages of bundles without a row in docs/architecture.md");
    assertEquals(
        new TreeSet<>(TABLE.all().stream().map(Bundle::name).toList()),
        looked,
        "bundles of the table, and those whose classes were looked at");
  }

  /** Two bundles that may use each other would be one. */
  @ArchTest
  static void theTableHasNoCycle(JavaClasses classes) {
    for (Bundle bundle : TABLE.all()) {
      assertFalse(
          TABLE.mayUse(bundle.name()).contains(bundle.name()), bundle.name() + " reaches itself");
    }
  }

  /** They are loaded only where something is computed, which is never the window's process. */
  @ArchTest
  static void theWindowAndTheCommandsSeeTheProtocolOnly(JavaClasses classes) {
    List<String> computing = List.of("audit", "jobs", "engine", "generator", "model");
    for (Bundle bundle : TABLE.all()) {
      if (bundle.name().startsWith("workbench") || bundle.name().equals("cli")) {
        Set<String> allowed = new TreeSet<>(TABLE.mayUse(bundle.name()));
        allowed.retainAll(computing);
        assertEquals(Set.of(), allowed, bundle.name());
      }
    }
  }

  @ArchTest
  static final ArchRule ONLY_THE_ENGINE_GENERATORS_AND_MODELS_KNOW_ND4J =
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
