package org.pentimento.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  private static final String USER_HOME = "user.home";

  @TempDir private Path folder;
  private final String before = System.getProperty(USER_HOME);

  @BeforeEach
  void moveIn() {
    assumeTrue(System.getenv("XDG_DATA_HOME") == null);
    System.setProperty(USER_HOME, folder.resolve("user").toString());
  }

  @AfterEach
  void moveOut() {
    System.setProperty(USER_HOME, before);
  }

  @Test
  void whatAUserDroppedInIsThereAfterAnUpgrade() throws IOException {
    Path mine = jar(Home.dropins().resolve("mine.jar"));
    Path older = folder.resolve("pentimento-1");
    Path newer = folder.resolve("pentimento-2");
    Path first = jar(older.resolve("bundles/window/first.jar"));
    Path beside = jar(older.resolve("dropins/beside.jar"));
    Path second = jar(newer.resolve("bundles/window/second.jar"));

    assertThat(new Home(older).bundles(Face.WINDOW)).containsExactly(first, beside, mine);
    assertThat(new Home(newer).bundles(Face.WINDOW)).containsExactly(second, mine);
    assertThat(new Home(newer).bundles(Face.HEADLESS)).containsExactly(mine);
  }

  private static Path jar(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "a bundle");
  }
}
