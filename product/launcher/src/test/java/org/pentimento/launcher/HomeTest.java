package org.pentimento.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void partsForGpusAreTheProductsAndWhatIsDroppedInIsNot() throws IOException {
    Path mine = jar(Home.dropins().resolveSibling("parts").resolve("mine.jar"));
    Home home = new Home(folder.resolve("pentimento"));
    Path first = jar(home.folder().resolve("bundles/window/first.jar"));
    Path second = jar(home.folder().resolve("bundles/headless/second.jar"));
    Path part = jar(home.folder().resolve("parts/part.jar"));
    Path beside = jar(home.folder().resolve("dropins/beside.jar"));

    assertThat(home.bundles(Face.WINDOW)).containsExactly(first);
    assertThat(home.bundles(Face.HEADLESS)).containsExactly(second, part, mine);
    assertThat(DropIns.of(home).folders()).startsWith(beside.getParent(), Home.dropins());
  }

  @Test
  void whatIsLoadedTellsBuildsApart() throws IOException {
    Home home = new Home(folder.resolve("pentimento"));
    Path jar = jar(folder.resolve("a.jar"));
    Path other = jar(folder.resolve("b.jar"));
    assertThat(home.build(Face.HEADLESS, Load.NOTHING)).isEqualTo(home.build(Face.HEADLESS));
    assertThat(home.build(Face.HEADLESS, Load.all(List.of(jar, other))))
        .isNotEqualTo(home.build(Face.HEADLESS, new Load(List.of(jar, other), List.of(jar))))
        .isNotEqualTo(home.build(Face.HEADLESS));
  }

  private static Path jar(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "a bundle");
  }
}
