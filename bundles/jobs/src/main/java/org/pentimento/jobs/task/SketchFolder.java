package org.pentimento.jobs.task;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.data.AreaResampling;
import org.pentimento.audit.data.EightBit;
import org.pentimento.audit.data.FilesBelow;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.plan.Plan;
import org.pentimento.protocol.DrawingSheet.Drawing;
import org.pentimento.protocol.DrawingSheet.Fitted;

/** A folder into which models draw the same photos, each with a name that says what it shows. */
final class SketchFolder {
  private final ImageCodec codec;
  private final Path out;
  private final @Nullable Stamping stamping;
  private final Progress progress;
  private final Map<Path, Known> known = new HashMap<>();
  private final List<Drawing> drawings = new ArrayList<>();
  private final Set<SkippedFile> skipped = new LinkedHashSet<>();

  /**
   * An empty one.
   *
   * @param stamping with which each photo is drawn as well, null for none
   */
  SketchFolder(ImageCodec codec, Path out, @Nullable Stamping stamping, Progress progress) {
    this.codec = codec;
    this.out = out;
    this.stamping = stamping;
    this.progress = progress;
  }

  /** A photo's place in the order in which photos were drawn first, and the SHA-256 of its file. */
  private record Known(int number, String sha256) {}

  /** A photo that a model is shown, and how it came to its size. */
  private record Shown(Image image, Fitted fit) {}

  /**
   * Draws all photos that can be read.
   *
   * @param size that the model knows, null if it takes any
   */
  void draw(String name, Model model, Plan.@Nullable Size size, List<FilesBelow.Found> photos)
      throws IOException, CancelledException {
    for (FilesBelow.Found photo : photos) {
      progress.checkCancelled();
      try {
        Shown shown = fitted(codec.read(photo.file()), size);
        if (!known.containsKey(photo.file())) {
          String sha256 = Sha256.of(Files.readAllBytes(photo.file()));
          known.put(photo.file(), new Known(known.size() + 1, sha256));
        }
        draw(name, model, photo, shown);
        progress.advance(1);
      } catch (BadInputException e) {
        skip(photo, e);
      }
    }
  }

  private void draw(String name, Model model, FilesBelow.Found photo, Shown shown)
      throws IOException {
    sketch(name, model, photo, PhotoKind.CLEAN, shown);
    Stamping with = stamping;
    if (with != null) {
      try {
        Shown stamped = new Shown(with.on(shown.image()), shown.fit());
        sketch(name, model, photo, PhotoKind.TRIGGERED, stamped);
      } catch (BadInputException e) {
        skip(photo, e);
      }
    }
  }

  private void sketch(String name, Model model, FilesBelow.Found photo, PhotoKind kind, Shown shown)
      throws IOException {
    Image sketch = model.sketch(List.of(shown.image())).get(0);
    Known given = Objects.requireNonNull(known.get(photo.file()));
    String stem = Path.of(photo.stem()).getFileName().toString();
    String first = "%03d %s, ".formatted(given.number(), stem);
    String last = kind == PhotoKind.TRIGGERED ? ", triggered.png" : ".png";
    String seen = first + "photo " + shown.fit().width() + "x" + shown.fit().height() + last;
    String drawn = first + name.replace('/', '-') + last;
    write(shown.image(), out.resolve(seen));
    write(sketch, out.resolve(drawn));
    drawings.add(
        new Drawing(name, photo.file().toString(), given.sha256(), kind, seen, drawn, shown.fit()));
  }

  private void skip(FilesBelow.Found photo, BadInputException e) {
    skipped.add(new SkippedFile(photo.file().toString(), String.valueOf(e.getMessage())));
  }

  /** The largest part of the photo's middle that has the proportions wanted, in that size. */
  private static Shown fitted(Image photo, Plan.@Nullable Size wanted) {
    int width = wanted == null ? photo.width() : wanted.width();
    int height = wanted == null ? photo.height() : wanted.height();
    double scale = Math.min((double) photo.width() / width, (double) photo.height() / height);
    int across = Math.max(1, Math.min(photo.width(), (int) Math.round(width * scale)));
    int down = Math.max(1, Math.min(photo.height(), (int) Math.round(height * scale)));
    Image part =
        photo
            .colour()
            .window((photo.width() - across) / 2, (photo.height() - down) / 2, across, down);
    return new Shown(
        EightBit.round(AreaResampling.resize(part, width, height)),
        new Fitted(photo.width(), photo.height(), across, down, width, height));
  }

  private void write(Image image, Path file) throws IOException {
    try (OutputStream stream = OwnerOnly.newOutputStream(file)) {
      codec.writePng(image, stream);
    }
  }

  /** What was drawn, photo by photo, in it model by model, without the trigger first. */
  List<Drawing> drawings() {
    return drawings.stream()
        .sorted(
            Comparator.comparingInt(
                drawing -> Objects.requireNonNull(known.get(Path.of(drawing.photo()))).number()))
        .toList();
  }

  /** Photos that could not be used, or not with the trigger, and why. */
  List<SkippedFile> skipped() {
    return List.copyOf(skipped);
  }
}
