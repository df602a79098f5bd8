package org.pentimento.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.store.WriterLock.Holder;

class LockClaimTest {
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  private Path file;
  private final Holder self = Holder.self();

  @BeforeEach
  void name(@TempDir Path folder) {
    file = folder.resolve("lock.claim");
  }

  @Test
  void oneAtATime() throws Exception {
    try (LockClaim first = LockClaim.take(file, self)) {
      assertThatThrownBy(() -> LockClaim.take(file, self))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("process " + self.pid() + " on " + self.host());
    }
    assertThat(file).doesNotExist();
    LockClaim.take(file, self).close();
  }

  @Test
  void aWriterOfAnotherMachineIsNeverTakenForEnded() throws Exception {
    Holder elsewhere = new Holder("elsewhere", 1, Instant.EPOCH);
    Files.write(file, CanonicalJson.bytes(new LockClaim.Content(elsewhere, "another boot")));
    assertThatThrownBy(() -> LockClaim.take(file, self))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("process 1 on elsewhere")
        .satisfies(e -> assertThat(((BadInputException) e).remedy()).contains(file.toString()));
    assertThat(file).exists();
  }

  @Test
  void aWriterThatWasKilledHereIsForgotten() throws Exception {
    assumeTrue(Files.exists(BOOT_ID));
    Process process = new ProcessBuilder("true").start();
    Holder killed = new Holder(self.host(), process.pid(), self.since());
    process.waitFor();
    claimedHereBy(killed);
    LockClaim.take(file, self).close();
    assertThat(file).doesNotExist();
  }

  @Test
  void anotherProcessWithTheSameNumberIsNotTheWriter() throws Exception {
    assumeTrue(Files.exists(BOOT_ID));
    Instant before = Instant.now().minus(1, ChronoUnit.DAYS);
    claimedHereBy(new Holder(self.host(), ProcessHandle.current().pid(), before));
    LockClaim.take(file, self).close();
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileThatCannotBeReadIsSomebodysClaim() throws Exception {
    Files.writeString(file, "{\"holder\":");
    assertThatThrownBy(() -> LockClaim.take(file, self)).isInstanceOf(BadInputException.class);
    assertThat(file).exists();
  }

  private void claimedHereBy(Holder holder) throws Exception {
    Files.write(
        file,
        CanonicalJson.bytes(new LockClaim.Content(holder, Files.readString(BOOT_ID).strip())));
  }
}
