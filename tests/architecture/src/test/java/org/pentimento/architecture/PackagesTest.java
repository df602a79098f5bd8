package org.pentimento.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rules for packages and names in all bundles. */
@AnalyzeClasses(packages = "org.pentimento", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {
  private static final SliceAssignment BY_PACKAGE =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass c) {
          return SliceIdentifier.of(c.getPackageName());
        }

        @Override
        public String getDescription() {
          return "packages";
        }
      };

  /**
   * Arrows between packages point down only, inside a bundle too. Every package is a slice of its
   * own; as bundles form no cycle, one that is found lies within a bundle.
   */
  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLE =
      slices().assignedFrom(BY_PACKAGE).should().beFreeOfCycles();

  /** One name, one thing: whoever reads a name knows which class it is. */
  @ArchTest
  static void noNameStandsTwice(JavaClasses classes) {
    BundleTable table = BundleTable.read();
    Map<String, TreeSet<String>> byName = new TreeMap<>();
    for (JavaClass c : classes) {
      boolean ours = table.of(c.getPackageName()).isPresent();
      if (ours && c.isTopLevelClass() && !c.getSimpleName().equals("package-info")) {
        byName.computeIfAbsent(c.getSimpleName(), n -> new TreeSet<>()).add(c.getName());
      }
    }
    byName.values().removeIf(found -> found.size() == 1);
    assertEquals(Map.of(), byName, "classes of one name");
  }
}
