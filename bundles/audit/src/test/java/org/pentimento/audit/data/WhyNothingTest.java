package org.pentimento.audit.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Skipped;

class WhyNothingTest {
  private final Path folder;

  WhyNothingTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    file("real/photos/1.png");
    file("real/sketches/1.png");
  }

  private Path file(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, "x");
  }

  private BadInputException explained(String path) throws IOException {
    return WhyNothing.explain(folder.resolve(path), new BadInputException("Nothing.", "Look."));
  }

  @Test
  void linksOutOfTheFolder() throws IOException {
    Files.createDirectories(folder.resolve("cache/photos"));
    for (String name : new String[] {"1.png", "2.png"}) {
      Files.createSymbolicLink(
          folder.resolve("cache/photos/" + name), folder.resolve("real/photos/1.png"));
    }
    BadInputException e = explained("cache");
    assertThat(e).hasMessage("Nothing. 2 links lead out of the folder and are not followed.");
    assertThat(e.remedy()).contains("cp -rL");
  }

  @Test
  void linksToFolders() throws IOException {
    Files.createDirectories(folder.resolve("folders"));
    Files.createSymbolicLink(folder.resolve("folders/photos"), folder.resolve("real/photos"));
    assertThat(explained("folders")).hasMessageContaining("1 link leads out of the folder");
  }

  @Test
  void packedFiles() throws IOException {
    file("packed/set.zip");
    assertThat(explained("packed")).hasMessageContaining("set.zip is a packed file");
    assertThat(explained("packed/set.zip").remedy()).contains("Unpack");
  }

  @Test
  void whereImagesAreTheReasonIsAnother() throws IOException {
    file("real/old.zip");
    assertThat(explained("real")).hasMessage("Nothing.");
  }

  @Test
  void filesInFoldersOfFolders() throws Exception {
    file("real/photos/deeper/2.png");
    file("real/photos/@eaDir/2.png/THUMB.png");
    file("real/photos/.hidden.png");
    Files.createSymbolicLink(folder.resolve("real/photos/loop"), folder.resolve("real"));
    FilesBelow below = FilesBelow.list(folder.resolve("real"), Progress.NONE);
    assertThat(below.files())
        .extracting(FilesBelow.Found::stem)
        .containsExactly("photos/1", "photos/deeper/2", "sketches/1");
    assertThat(below.files().get(1).folder()).isEqualTo("photos/deeper");
    assertThat(below.skipped())
        .extracting(Skipped::file)
        .containsExactly("photos/@eaDir", "photos/loop");
  }
}
