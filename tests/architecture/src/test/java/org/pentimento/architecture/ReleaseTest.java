package org.pentimento.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The command that releases a version, tried in a throw-away clone. */
class ReleaseTest {
  private static final Path TOP = BundleTable.docs().resolveSibling(".").normalize();

  private record Ended(int status, String said) {}

  @Test
  void aTrialBringsEveryProjectToTheNextVersion() throws Exception {
    Assumptions.assumeTrue(Files.exists(TOP.resolve(".git")), "sources without their history");
    Ended ended = release("9999.0.0", "--dry-run");
    assertEquals(0, ended.status(), ended.said());
    assertSays(ended, "Work on 9999.0.0 begins");
    assertSays(ended, "nothing here was changed");
    try (Stream<Path> bundles = Files.list(TOP.resolve("bundles"))) {
      for (Path bundle : bundles.filter(b -> Files.exists(b.resolve("pom.xml"))).toList()) {
        assertSays(ended, "bundles/" + bundle.getFileName() + "/pom.xml");
      }
    }
  }

  @Test
  void versionsThatDoNotComeAfterAreRefused() throws Exception {
    Ended earlier = release("0.0.1", "--dry-run");
    assertEquals(3, earlier.status(), earlier.said());
    assertSays(earlier, "does not come after");
    assertEquals(2, release("one").status());
  }

  private static void assertSays(Ended ended, String words) {
    assertTrue(ended.said().contains(words), words + " is not in: " + ended.said());
  }

  private static Ended release(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(TOP.resolve("product/release").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }
}
