package org.pentimento.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterwardsTest {
  private final List<String> done = new ArrayList<>();

  /** The steps, each of which fails in its way, around work that gives a status. */
  private int around(Work work) throws IOException {
    try (Afterwards afterwards = new Afterwards()) {
      afterwards.add(() -> done.add("first added, done last"));
      afterwards.add(
          () -> {
            throw new OverlappingFileLockException();
          });
      afterwards.add(
          () -> {
            throw new NoClassDefFoundError("the product was rebuilt");
          });
      afterwards.add(
          () -> {
            throw new IOException("the disk is full");
          });
      afterwards.add(() -> done.add("last added, done first"));
      return work.status();
    }
  }

  private interface Work {
    int status() throws IOException;
  }

  @Test
  void whatGoesWrongAfterwardsKeepsNeitherTheStatusNorTheOtherStepsFromBeing() throws IOException {
    assertThat(around(() -> 4)).isEqualTo(4);
    assertThat(done).containsExactly("last added, done first", "first added, done last");
  }

  @Test
  void aFailureOfTheWorkIsTheOneThatIsHeard() {
    assertThatThrownBy(
            () ->
                around(
                    () -> {
                      throw new IOException("the work failed");
                    }))
        .hasMessage("the work failed")
        .hasNoSuppressedExceptions();
    assertThat(done).hasSize(2);
  }
}
