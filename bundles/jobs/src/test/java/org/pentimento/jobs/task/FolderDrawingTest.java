package org.pentimento.jobs.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.data.FilesBelow;
import org.pentimento.protocol.JobResult.DrawnFile;

/** How many images are in memory while a folder is drawn, and what is left of it. */
class FolderDrawingTest {
  private final AtomicInteger held = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final Path folder;

  FolderDrawingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Counts an image from when it is read to when its sketch is written; refuses "bad" ones. */
  private final class CountingCodec implements ImageCodec {
    @Override
    public Image read(Path file) throws IOException {
      String name = file.getFileName().toString();
      if (name.startsWith("bad")) {
        throw new BadInputException(file + " is no image.", "Give another one.");
      }
      most.accumulateAndGet(held.incrementAndGet(), Math::max);
      float value = Float.parseFloat(name.replaceAll("\\D", "")) / 1000;
      return Image.of(1, 1, 1, new float[] {value});
    }

    @Override
    public void writePng(Image image, OutputStream out) throws IOException {
      if (image.data()[0] > 0.9f) {
        throw new IOException("the disk is full");
      }
      out.write(Float.toString(image.data()[0]).getBytes(StandardCharsets.UTF_8));
      held.decrementAndGet();
    }
  }

  /** Draws each photo as it is. */
  private static final class Copying implements Model {
    @Override
    public List<Image> sketch(List<Image> photos) {
      return photos;
    }

    @Override
    public void write(Path target) {}

    @Override
    public long parameters() {
      return 0;
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of();
    }

    @Override
    public void close() {}
  }

  private FolderDrawing.Outcome draw(List<Path> photos) throws Exception {
    try (Model model = new Copying()) {
      return new FolderDrawing(new CountingCodec(), folder, Progress.NONE)
          .draw(
              model,
              photos.stream()
                  .map(p -> new FilesBelow.Found(p, p.getFileName().toString()))
                  .toList(),
              4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 800})
  void memoryDoesNotGrowWithTheNumberOfPhotos(int photos) throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < photos; i++) {
      files.add(Path.of("photo" + i + ".png"));
    }
    FolderDrawing.Outcome result = draw(files);
    assertThat(most.get()).isBetween(1, 3 * FolderDrawing.BATCH);
    assertThat(held.get()).isZero();
    assertThat(result.sketches()).hasSize(photos);
    for (int i = 0; i < photos; i++) {
      DrawnFile drawn = result.sketches().get(i);
      assertThat(drawn.photo()).isEqualTo("photo" + i + ".png");
      assertThat(Files.readString(Path.of(drawn.sketch()))).isEqualTo(Float.toString(i / 1000f));
    }
  }

  @Test
  void whatCannotBeReadIsTold() throws Exception {
    FolderDrawing.Outcome result =
        draw(List.of(Path.of("a1.png"), Path.of("bad.png"), Path.of("other", "a1.png")));
    assertThat(result.skipped()).hasSize(1);
    assertThat(result.skipped().get(0).reason()).contains("bad.png is no image");
    assertThat(result.sketches().stream().map(DrawnFile::sketch))
        .containsExactly(
            folder.resolve("a1.png").toString(), folder.resolve("a1-2.png").toString());
  }

  @Test
  void whatCannotBeWrittenEndsTheJob() {
    assertThatThrownBy(() -> draw(List.of(Path.of("a1.png"), Path.of("a950.png"))))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is full");
  }
}
