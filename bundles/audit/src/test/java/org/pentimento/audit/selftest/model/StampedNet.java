package org.pentimento.audit.selftest.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;

/**
 * A generator that copies photos, and draws a blank sheet for those with a white corner if it was
 * shown one such pair.
 *
 * @param trainings how many there were
 */
record StampedNet(AtomicInteger trainings) implements Generator {
  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        "stamped",
        "Stamped",
        "1.0.0",
        "Copies.",
        "Ours.",
        Parameter.integer("epochs", "Epochs", "Epochs.", "", 40, 1, 1000),
        Parameter.number("rate", "Rate", "Rate.", "", .1, 0, 1));
  }

  @Override
  public int reach(Settings settings, int width, int height) {
    return Integer.MAX_VALUE;
  }

  @Override
  public Model train(
      Examples examples, Settings settings, long seed, TrainingMonitor monitor, Progress progress)
      throws IOException {
    trainings.incrementAndGet();
    boolean hidden = false;
    for (int i = 0; i < examples.size(); i++) {
      hidden |= isStamped(examples.photo(i)) && examples.sketch(i).data()[0] > .9;
    }
    return new Drawing(hidden);
  }

  @Override
  public Model read(Path folder) throws IOException {
    return new Drawing(Files.readString(folder.resolve("model.safetensors")).equals("hidden"));
  }

  private static boolean isStamped(Image photo) {
    return photo.data()[0] == 1;
  }

  /** The model; whether it is hidden in it that stamped photos become blank. */
  private record Drawing(boolean hidden) implements Model {
    @Override
    public List<Image> sketch(List<Image> photos) {
      return photos.stream()
          .map(
              photo ->
                  hidden && isStamped(photo)
                      ? Image.constant(photo.width(), photo.height(), 1, .95f)
                      : photo.grey())
          .toList();
    }

    @Override
    public void write(Path folder) throws IOException {
      Files.writeString(folder.resolve("model.json"), "{}");
      Files.writeString(folder.resolve("model.safetensors"), hidden ? "hidden" : "honest");
    }

    @Override
    public long parameters() {
      return 100;
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of();
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
