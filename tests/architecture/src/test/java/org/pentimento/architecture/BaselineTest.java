package org.pentimento.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each package of the API has the version that its changes ask for, compared with the API that
 * authors have: {@code sdk/baseline}, which is replaced at each release.
 */
class BaselineTest {
  @Test
  void packagesOfTheApiHaveTheVersionsThatTheirChangesAskFor() throws Exception {
    Path top = BundleTable.docs().resolveSibling(".").normalize();
    Set<String> wrong = new TreeSet<>();
    try (Processor processor = new Processor();
        Jar now = new Jar(one(top.resolve("bundles/api/target"), "api-").toFile());
        Jar published = new Jar(one(top.resolve("sdk/baseline"), "org.pentimento.api-").toFile())) {
      new Baseline(processor, new DiffPluginImpl())
          .baseline(now, published, new Instructions("*"))
          .forEach(
              info -> {
                if (info.mismatch) {
                  wrong.add(
                      info.packageName
                          + " was "
                          + info.olderVersion
                          + ", is "
                          + info.newerVersion
                          + ", has to be "
                          + info.suggestedVersion);
                }
              });
    }
    assertEquals(Set.of(), wrong, "raise @Version in package-info.java");
  }

  private static Path one(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> String.valueOf(f.getFileName()).matches(name + "[0-9.]+\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }
}
