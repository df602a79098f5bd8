package org.pentimento.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotTest {
  @TempDir private Path cache;

  @Test
  void temporaryFilesGoWithTheProcessAndTheBundleCacheStays() throws IOException {
    Slot slot = Slot.take(cache, "build");
    Files.writeString(slot.temporary().resolve("unpacked.so"), "code");
    Files.createDirectories(slot.folder().resolve("bundle0"));
    slot.close();
    assertThat(slot.temporary()).doesNotExist();
    assertThat(slot.folder().resolve("bundle0")).isDirectory();
  }

  @Test
  void slotsOfOtherBuildsAreRemovedThisProcessOwnOneToo() throws IOException {
    Slot own = Slot.take(cache, "changed-while-it-ran");
    Files.createDirectories(own.folder().resolve("bundle0"));
    own.close();
    Slot current = Slot.take(cache, "current");
    Files.createDirectories(current.folder());
    current.close();

    Slot.removeOthers(cache, List.of("current"));

    assertThat(own.folder()).doesNotExist();
    assertThat(current.folder()).isDirectory();
  }
}
