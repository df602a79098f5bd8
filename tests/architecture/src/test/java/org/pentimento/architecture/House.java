package org.pentimento.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pentimento.architecture.BundleTable.Bundle;

/**
 * What the compiled classes say about the bundles.
 *
 * @param bundles in the order of the table
 */
record House(List<Room> bundles) {
  private static final String EXTENSION = "org.pentimento.api.extension.Extension";

  /**
   * A bundle as its classes show it.
   *
   * @param bundle its row in the table
   * @param uses names of the bundles whose classes it uses
   * @param extensions whether it has implementations of extension kinds
   * @param nd4j whether it uses ND4J
   * @param eclipse whether it uses Eclipse
   */
  record Room(Bundle bundle, Set<String> uses, boolean extensions, boolean nd4j, boolean eclipse) {
    /** The bundle's name. */
    String name() {
      return bundle.name();
    }
  }

  /** Looks at all classes. */
  static House of(JavaClasses classes, BundleTable table) {
    Map<String, Set<String>> targets = new LinkedHashMap<>();
    Set<String> extensions = new TreeSet<>();
    table.all().forEach(b -> targets.put(b.name(), new TreeSet<>()));
    for (JavaClass c : classes) {
      table
          .of(c.getPackageName())
          .ifPresent(
              bundle -> {
                c.getDirectDependenciesFromSelf()
                    .forEach(
                        d -> targets.get(bundle.name()).add(d.getTargetClass().getPackageName()));
                if (!c.isInterface() && c.isAssignableTo(EXTENSION)) {
                  extensions.add(bundle.name());
                }
              });
    }
    return new House(
        table.all().stream()
            .map(b -> room(b, targets.get(b.name()), extensions.contains(b.name()), table))
            .toList());
  }

  private static Room room(
      Bundle bundle, Set<String> packages, boolean extensions, BundleTable table) {
    Set<String> uses = new TreeSet<>();
    packages.forEach(p -> table.of(p).ifPresent(b -> uses.add(b.name())));
    uses.remove(bundle.name());
    return new Room(
        bundle,
        uses,
        extensions,
        packages.stream()
            .anyMatch(p -> p.startsWith("org.nd4j.") || p.startsWith("org.deeplearning4j.")),
        packages.stream().anyMatch(p -> p.startsWith("org.eclipse.")));
  }
}
