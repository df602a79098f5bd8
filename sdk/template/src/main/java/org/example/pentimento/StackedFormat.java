package org.example.pentimento;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.FileNames;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Skipped;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;

/** Images that show a photo in their upper half and its sketch in the lower one. */
@Component(service = DatasetFormat.class)
public final class StackedFormat implements DatasetFormat {
  private static final int LOOKED_AT = 3;

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "stacked",
          "Photo above sketch",
          "1.0.0",
          "Each file shows the photo in its upper half and the sketch in its lower half.",
          "A sample of the guide for authors of extensions.");

  private final ImageCodec codec;

  /** Made by the product, which hands its services over. */
  @Activate
  public StackedFormat(@Reference ImageCodec codec) {
    this.codec = codec;
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optional<Recognition> recognise(Path root) throws IOException {
    List<Path> images = images(root);
    for (Path file : images.subList(0, Math.min(LOOKED_AT, images.size()))) {
      try {
        if (!stacked(codec.read(file))) {
          return Optional.empty();
        }
      } catch (BadInputException e) {
        return Optional.empty();
      }
    }
    return images.isEmpty()
        ? Optional.empty()
        : Optional.of(new Recognition(.5, "photos above their sketches"));
  }

  @Override
  public Dataset open(Path root, Settings settings, Progress progress)
      throws IOException, CancelledException {
    List<Pair> pairs = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    List<Path> images = images(root);
    progress.begin("Looking for pairs", images.size());
    for (Path file : images) {
      progress.checkCancelled();
      String name = String.valueOf(file.getFileName());
      if (Files.size(file) == 0) {
        skipped.add(new Skipped(name, "The file is empty."));
      } else {
        String id = name.substring(0, name.lastIndexOf('.'));
        pairs.add(
            new Pair(
                id,
                id,
                Split.NONE,
                Map.of(),
                null,
                () -> half(file, 0),
                () -> half(file, 1).grey()));
      }
      progress.advance(1);
    }
    if (pairs.isEmpty()) {
      throw new BadInputException(
          root + " holds no images.", "Choose the folder that holds the images themselves.");
    }
    return new Dataset(pairs, skipped);
  }

  private static List<Path> images(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(root)) {
      return files
          .filter(f -> FileNames.looksLikeImage(String.valueOf(f.getFileName())))
          .sorted()
          .toList();
    }
  }

  private static boolean stacked(Image image) {
    return image.height() % 2 == 0 && image.height() >= 1.6 * image.width();
  }

  private Image half(Path file, int which) throws IOException {
    Image whole = codec.read(file);
    if (!stacked(whole)) {
      throw new BadInputException(
          file + " is not as high as a photo and a sketch above each other.",
          "Take it out of the folder, or choose another layout.");
    }
    int height = whole.height() / 2;
    return whole.window(0, which * height, whole.width(), height);
  }
}
