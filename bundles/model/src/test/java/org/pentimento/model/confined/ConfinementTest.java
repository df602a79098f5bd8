package org.pentimento.model.confined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;

class ConfinementTest {
  private static final Limits FULL = new Limits(1024, 10, false);
  private static final Cell CELL = new Cell(List.of(Path.of("/opt/model")), null, Map.of());

  @Test
  void saysWhatIsMissingAndLeavesTheDecisionToAPerson() throws BadInputException {
    Confinement none = Confinement.of("/nonexistent");

    assertThat(none.missing())
        .containsExactly(
            "read and write the files that you can", "reach the network", "take all memory");
    BadInputException e = catchThrowableOfType(BadInputException.class, () -> none.check(FULL));
    assertThat(e.getMessage()).contains("read and write the files").contains("network");
    assertThat(e.remedy()).contains("bubblewrap").contains("confinement=reduced");
    none.check(new Limits(1024, 10, true));
    assertThat(none.command(List.of("java"), CELL, FULL)).containsExactly("java");
    assertThat(none.words()).isEqualTo("none");
  }

  @Test
  void boundsMemoryWherePrlimitIs() {
    Confinement system = Confinement.ofSystem();

    assertThat(system.missing()).doesNotContain("take all memory");
    assertThat(system.command(List.of("java"), CELL, FULL))
        .contains("--as=" + (1024L << 20), "--core=0")
        .endsWith("java");
  }
}
