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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.data.FilesBelow;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.fixtures.CancelledProgress;
import org.pentimento.plan.Plan;
import org.pentimento.protocol.DrawingSheet.Drawing;
import org.pentimento.protocol.DrawingSheet.Fitted;

/** What models draw of photos of any size, without and with a trigger. */
class SketchFolderTest {
  private final Path in;
  private final Path out;

  SketchFolderTest(@TempDir Path in, @TempDir Path out) {
    this.in = in;
    this.out = out;
  }

  /** Grey photos as large as their names say; others are refused. */
  private static final class NamedSizes implements ImageCodec {
    @Override
    public Image read(Path file) throws IOException {
      String[] size = file.getFileName().toString().replaceFirst("\\..*", "").split("x");
      if (size.length != 2) {
        throw new BadInputException(file + " is no image.", "Give another one.");
      }
      return Image.constant(Integer.parseInt(size[0]), Integer.parseInt(size[1]), 3, .5f);
    }

    @Override
    public void writePng(Image image, OutputStream stream) throws IOException {
      stream.write(image.width());
      stream.write(image.height());
      stream.write(Math.round(100 * image.data()[0]));
    }
  }

  /** Draws photos as they are, in grey. */
  private static final class AsTheyAre implements Model {
    @Override
    public List<Image> sketch(List<Image> photos) {
      return photos.stream().map(Image::grey).toList();
    }

    @Override
    public void write(Path folder) {}

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

  /** Makes photos white; refuses those that are higher than wide. */
  private static final class White implements Trigger {
    @Override
    public Descriptor descriptor() {
      return new Descriptor("white", "White", "1.0.0", "Whitens.", "", List.of(), Set.of());
    }

    @Override
    public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed)
        throws IOException {
      if (photo.height() > photo.width()) {
        throw new BadInputException("The photo is too high.", "Give another one.");
      }
      return Image.constant(photo.width(), photo.height(), photo.planes(), 1);
    }
  }

  private SketchFolder folder(@Nullable Trigger trigger) {
    Stamping stamping =
        trigger == null ? null : new Stamping(trigger, Settings.defaults(trigger.descriptor()), 1);
    return new SketchFolder(new NamedSizes(), out, stamping, Progress.NONE);
  }

  private List<FilesBelow.Found> photos(String... names) throws IOException {
    List<FilesBelow.Found> photos = new ArrayList<>();
    for (String name : names) {
      photos.add(new FilesBelow.Found(Files.writeString(in.resolve(name), name), name));
    }
    return photos;
  }

  @Test
  void fitsPhotosToTheSizeThatAModelKnows() throws Exception {
    SketchFolder folder = folder(null);
    folder.draw(
        "run-1/fcn/1/s1/clean",
        new AsTheyAre(),
        new Plan.Size(4, 5),
        photos("40x80.png", "4x5.png"));
    assertThat(folder.drawings().stream().map(Drawing::fit))
        .containsExactly(new Fitted(40, 80, 40, 50, 4, 5), new Fitted(4, 5, 4, 5, 4, 5));
    assertThat(folder.drawings().get(0).fit().words())
        .hasValue(
            "The photo has 40 × 80 pixels; its middle, 40 × 50, was scaled to 4 × 5, the size that"
                + " the model knows.");
    assertThat(folder.drawings().get(1).fit().words()).isEmpty();
    assertThat(folder.drawings().get(1).sha256())
        .isEqualTo(Sha256.of("4x5.png".getBytes(StandardCharsets.UTF_8)));
    assertThat(Files.readAllBytes(out.resolve(folder.drawings().get(0).sketch()))).startsWith(4, 5);
  }

  @Test
  void leavesPhotosAsTheyAreForAModelThatTakesAny() throws Exception {
    SketchFolder folder = folder(null);
    folder.draw("theirs", new AsTheyAre(), null, photos("7x9.png"));
    assertThat(folder.drawings().get(0).fit()).isEqualTo(new Fitted(7, 9, 7, 9, 7, 9));
  }

  @Test
  void drawsEachPhotoWithoutAndWithTheTriggerModelByModel() throws Exception {
    SketchFolder folder = folder(new White());
    for (String model : List.of("one", "two")) {
      folder.draw(model, new AsTheyAre(), null, photos("6x6.png", "5x5.png"));
    }
    assertThat(
            folder.drawings().stream()
                .map(d -> in.relativize(Path.of(d.photo())) + " " + d.model() + " " + d.kind()))
        .containsExactly(
            "6x6.png one CLEAN",
            "6x6.png one TRIGGERED",
            "6x6.png two CLEAN",
            "6x6.png two TRIGGERED",
            "5x5.png one CLEAN",
            "5x5.png one TRIGGERED",
            "5x5.png two CLEAN",
            "5x5.png two TRIGGERED");
    for (Drawing drawing : folder.drawings()) {
      int value = drawing.kind() == PhotoKind.TRIGGERED ? 100 : 50;
      assertThat(Files.readAllBytes(out.resolve(drawing.sketch()))[2]).isEqualTo((byte) value);
    }
    assertThat(folder.drawings().stream().map(Drawing::sketch)).doesNotHaveDuplicates();
  }

  @Test
  void saysWhatCannotBeDrawn() throws Exception {
    SketchFolder folder = folder(new White());
    folder.draw("one", new AsTheyAre(), null, photos("bad.png", "4x8.png"));
    folder.draw("two", new AsTheyAre(), null, photos("bad.png", "4x8.png"));
    assertThat(folder.skipped()).hasSize(2);
    assertThat(folder.skipped().get(1).reason()).isEqualTo("The photo is too high.");
    assertThat(folder.drawings()).hasSize(2).allMatch(d -> d.kind() == PhotoKind.CLEAN);
  }

  @Test
  void endsWhenItIsCancelled() {
    Progress cancelled = new CancelledProgress();
    SketchFolder folder = new SketchFolder(new NamedSizes(), out, null, cancelled);
    assertThatThrownBy(() -> folder.draw("one", new AsTheyAre(), null, photos("4x4.png")))
        .isInstanceOf(CancelledException.class);
  }
}
