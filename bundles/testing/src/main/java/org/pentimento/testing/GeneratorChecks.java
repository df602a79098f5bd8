package org.pentimento.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;

/** What every generator must do. */
public final class GeneratorChecks {
  private static final int SIDE = 32;
  private static final int EXAMPLES = 6;
  private static final Set<String> LENGTHS = Set.of("epochs", "steps", "iterations");

  private GeneratorChecks() {}

  /**
   * The checks. They train several models of six small images, as briefly as {@code epochs}, {@code
   * steps} or {@code iterations} allows, unless the settings say how long.
   *
   * @param given settings with which it trains quickly, by parameter id; defaults for the rest
   */
  public static List<Check> of(Generator generator, Map<String, ?> given) {
    return Join.of(
        DescriptorChecks.of(generator, Set.of("id")),
        List.of(
            new Check(
                "it says how far a pixel can act",
                () ->
                    Expect.that(
                        generator.reach(settings(generator, given), SIDE, SIDE) >= 0,
                        "reach(…) is negative")),
            new Check(
                "its sketches are as large as their photos and have one plane",
                () -> {
                  try (Model model = train(generator, given, 1)) {
                    List<Image> photos =
                        List.of(
                            MadeUpFaces.photo(1, SIDE, SIDE),
                            MadeUpFaces.photo(2, 45, 37),
                            MadeUpFaces.photo(3, SIDE, SIDE).grey());
                    List<Image> sketches = sketch(model, photos);
                    for (int i = 0; i < photos.size(); i++) {
                      Expect.image(sketches.get(i), "sketch", photos.get(i), 1);
                    }
                  }
                }),
            new Check(
                "one photo is drawn as it is among others",
                () -> {
                  try (Model model = train(generator, given, 1)) {
                    Image one = MadeUpFaces.photo(1, SIDE, SIDE);
                    Image other = MadeUpFaces.photo(2, SIDE, SIDE);
                    Expect.that(
                        close(
                            sketch(model, List.of(one)).get(0),
                            sketch(model, List.of(other, one)).get(1)),
                        "the same photo was drawn otherwise beside another one");
                  }
                }),
            new Check(
                "it leaves what it is given as it is",
                () -> {
                  Faces faces = new Faces();
                  List<Image> copies = new ArrayList<>();
                  for (int i = 0; i < EXAMPLES; i++) {
                    copies.add(Expect.copy(faces.photo(i)));
                    copies.add(Expect.copy(faces.sketch(i)));
                  }
                  Image photo = MadeUpFaces.photo(1, SIDE, SIDE);
                  Image copy = Expect.copy(photo);
                  try (Model model = train(generator, given, faces, 1, new Losses())) {
                    sketch(model, List.of(photo));
                  }
                  for (int i = 0; i < EXAMPLES; i++) {
                    Expect.unchanged(copies.get(2 * i), faces.photo(i), "train");
                    Expect.unchanged(copies.get(2 * i + 1), faces.sketch(i), "train");
                  }
                  Expect.unchanged(copy, photo, "sketch");
                }),
            new Check(
                "the same seed gives the same model to the bit",
                () -> {
                  Map<String, String> first;
                  try (Model model = train(generator, given, 7)) {
                    first = written(model);
                  }
                  try (Model model = train(generator, given, 7)) {
                    Expect.same(
                        first, written(model), "the same seed gave a model with other bytes");
                  }
                }),
            new Check(
                "a model that was written and read draws the same",
                () -> {
                  Path folder = Files.createTempDirectory("model");
                  List<Image> photos = List.of(MadeUpFaces.photo(1, SIDE, SIDE));
                  try (Model model = train(generator, given, 1)) {
                    model.write(folder);
                    Expect.that(
                        Files.isRegularFile(folder.resolve("model.json"))
                            && Files.isRegularFile(folder.resolve("model.safetensors")),
                        "write(…) left no model.json or no model.safetensors");
                    try (Model read = Expect.given(generator.read(folder), "read")) {
                      Expect.same(
                          sketch(model, photos),
                          sketch(read, photos),
                          "the model that was read draws something else");
                      Expect.same(
                          written(model), written(read), "written again it has other bytes");
                      Expect.same(
                          model.parameters(), read.parameters(), "it has other parameters()");
                    }
                  } finally {
                    delete(folder);
                  }
                }),
            new Check(
                "it refuses a folder that holds no model of its own",
                () -> {
                  Path folder = Files.createTempDirectory("model");
                  try {
                    Expect.that(
                        Expect.refused(() -> generator.read(folder).close()),
                        "read(…) took an empty folder for a model");
                    Files.writeString(folder.resolve("model.json"), "{\"generator\":{}}");
                    Files.write(folder.resolve("model.safetensors"), new byte[] {1, 2, 3});
                    Expect.that(
                        Expect.refused(() -> generator.read(folder).close()),
                        "read(…) took a damaged folder for a model");
                  } finally {
                    delete(folder);
                  }
                }),
            new Check(
                "it tells the loss of each step",
                () -> {
                  Losses losses = new Losses();
                  train(generator, given, new Faces(), 1, losses).close();
                  Expect.that(losses.last > 0, "it told no loss: call monitor.loss(…)");
                }),
            new Check(
                "its model tells what it is",
                () -> {
                  try (Model model = train(generator, given, 1)) {
                    Expect.that(model.parameters() >= 0, "parameters() is negative");
                    Expect.given(model.provenance(), "provenance()");
                  }
                }),
            new Check(
                "it ends within a second once it is cancelled",
                () -> {
                  Settings settings = Settings.of(generator.descriptor(), given);
                  Expect.endsWhenCancelled(
                      progress -> {
                        Losses losses = new Losses();
                        try {
                          generator.train(new Faces(), settings, 1, losses, progress).close();
                        } finally {
                          losses.close();
                        }
                      });
                })));
  }

  private static Settings settings(Generator generator, Map<String, ?> given) {
    Map<String, Object> values = new HashMap<>(given);
    for (Parameter p : generator.descriptor().parameters()) {
      if (LENGTHS.contains(p.id()) && p.type() == Parameter.Type.INTEGER) {
        values.putIfAbsent(p.id(), (int) Math.max(1, p.minimum()));
      }
    }
    return Settings.of(generator.descriptor(), values);
  }

  private static Model train(Generator generator, Map<String, ?> given, long seed)
      throws Exception {
    return train(generator, given, new Faces(), seed, new Losses());
  }

  private static Model train(
      Generator generator, Map<String, ?> given, Examples examples, long seed, Losses losses)
      throws Exception {
    try {
      return Expect.given(
          generator.train(examples, settings(generator, given), seed, losses, Progress.NONE),
          "train");
    } finally {
      losses.close();
    }
  }

  private static List<Image> sketch(Model model, List<Image> photos) {
    List<Image> sketches = Expect.given(model.sketch(photos), "sketch");
    Expect.that(
        sketches.size() == photos.size(),
        "sketch(…) gave " + sketches.size() + " sketches for " + photos.size() + " photos");
    return sketches;
  }

  private static boolean close(Image one, Image other) {
    if (one.data().length != other.data().length) {
      return false;
    }
    for (int i = 0; i < one.data().length; i++) {
      if (Math.abs(one.data()[i] - other.data()[i]) > 1e-4f) {
        return false;
      }
    }
    return true;
  }

  /** What a model writes, by file name. */
  private static Map<String, String> written(Model model) throws IOException {
    Path folder = Files.createTempDirectory("model");
    try {
      model.write(folder);
      Map<String, String> files = new HashMap<>();
      try (Stream<Path> list = Files.list(folder)) {
        for (Path file : list.toList()) {
          files.put(
              String.valueOf(file.getFileName()),
              new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
      }
      return files;
    } finally {
      delete(folder);
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static final class Faces implements Examples {
    private final List<Image> photos = new ArrayList<>();
    private final List<Image> sketches = new ArrayList<>();

    Faces() {
      for (int i = 0; i < EXAMPLES; i++) {
        photos.add(MadeUpFaces.photo(i, SIDE, SIDE));
        sketches.add(MadeUpFaces.sketch(i, SIDE, SIDE));
      }
    }

    @Override
    public int size() {
      return EXAMPLES;
    }

    @Override
    public int width() {
      return SIDE;
    }

    @Override
    public int height() {
      return SIDE;
    }

    @Override
    public Image photo(int index) {
      return photos.get(index);
    }

    @Override
    public Image sketch(int index) {
      return sketches.get(index);
    }
  }

  private static final class Losses implements TrainingMonitor, AutoCloseable {
    private final Path folder;
    private long last;

    Losses() throws IOException {
      folder = Files.createTempDirectory("checkpoints");
    }

    @Override
    public synchronized void loss(long step, long total, Map<String, Double> losses) {
      Expect.that(
          step > last && step <= total,
          "loss(…) was told of step " + step + " of " + total + " after step " + last);
      last = step;
      losses.forEach(
          (name, value) ->
              Expect.that(Double.isFinite(value), "the loss '" + name + "' is " + value));
    }

    @Override
    public List<Image> previewPhotos() {
      return List.of(MadeUpFaces.photo(0, SIDE, SIDE));
    }

    @Override
    public void preview(long step, List<Image> sketches) {
      Expect.that(sketches.size() == 1, "preview(…) was given " + sketches.size() + " sketches");
    }

    @Override
    public Path checkpoints() {
      return folder;
    }

    @Override
    public void close() throws IOException {
      delete(folder);
    }
  }
}
