package org.pentimento.model.confined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.platform.Confinement;
import org.pentimento.platform.Permissions;

class ModelLimitsTest {
  private record Confining(Set<Gap> gaps) implements Confinement {
    @Override
    public String remedy() {
      return "Install something";
    }

    @Override
    public String description() {
      return "none";
    }

    @Override
    public List<Path> javaRuntime() {
      return List.of();
    }

    @Override
    public ProcessBuilder process(List<String> command, Permissions permissions) {
      return new ProcessBuilder(command);
    }
  }

  @Test
  void leavesItToAPersonWhetherToRunUnconfined() throws BadInputException {
    Confinement none = new Confining(EnumSet.allOf(Confinement.Gap.class));

    BadInputException e =
        catchThrowableOfType(
            BadInputException.class, () -> new ModelLimits(1024, 10, false).check(none));
    assertThat(e.getMessage())
        .contains(
            "read and write the files that you can and reach the network and take all memory");
    assertThat(e.remedy()).startsWith("Install something. ").contains("confinement=reduced");
    new ModelLimits(1024, 10, true).check(none);
    new ModelLimits(1024, 10, false).check(new Confining(Set.of()));
  }
}
