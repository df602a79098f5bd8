package org.pentimento.workbench.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentCasesTest {
  private static List<Path> cases(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> Path.of("/c/" + i + ".case")).toList();
  }

  @Test
  void aCaseThatIsOpenedComesFirstAndStandsThereOnce() {
    assertThat(RecentCases.first(Path.of("/c/2.case"), cases(1, 3)))
        .containsExactly(Path.of("/c/2.case"), Path.of("/c/1.case"), Path.of("/c/3.case"));
  }

  @Test
  void theOldestIsForgotten() {
    assertThat(RecentCases.first(Path.of("/c/0.case"), cases(1, 10))).isEqualTo(cases(0, 9));
  }

  @Test
  void aCaseThatIsGoneSaysSo() {
    assertThat(RecentMenu.words(new RecentCases.Recent(Path.of("/c/a & b.case"), true)))
        .isEqualTo("a && b – /c (not there any more)");
  }
}
