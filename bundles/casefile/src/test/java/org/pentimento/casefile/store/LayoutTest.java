package org.pentimento.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;

class LayoutTest {
  @TempDir Path folder;

  /** Somebody may have chosen the home folder by mistake. */
  @Test
  void nobodyIsToldToDeleteAFolderThatIsNoCase() throws Exception {
    Files.writeString(folder.resolve("letters.txt"), "Dear aunt,");
    BadInputException refused =
        catchThrowableOfType(BadInputException.class, () -> Layout.existing(folder));
    assertThat(refused).hasMessageContaining(folder.toString());
    assertThat(refused.remedy()).doesNotContainIgnoringCase("delete");
  }
}
