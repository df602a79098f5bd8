package org.pentimento.architecture;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(ended.said()).contains("Work on 9999.0.0 begins", "nothing here was changed");
    assertThat(ended.status()).isZero();
    try (Stream<Path> bundles = Files.list(TOP.resolve("bundles"))) {
      assertThat(bundles.filter(b -> Files.exists(b.resolve("pom.xml"))).map(Path::getFileName))
          .isNotEmpty()
          .allSatisfy(b -> assertThat(ended.said()).contains("bundles/" + b + "/pom.xml"));
    }
  }

  @Test
  void versionsThatDoNotComeAfterAreRefused() throws Exception {
    assertThat(release("0.0.1", "--dry-run"))
        .satisfies(ended -> assertThat(ended.status()).isEqualTo(3))
        .satisfies(ended -> assertThat(ended.said()).contains("does not come after"));
    assertThat(release("one").status()).isEqualTo(2);
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
