package org.pentimento.dataset.faces;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;

/**
 * Any number of made-up faces, each as a photo in colour and as a pencil sketch of the same face. A
 * pair is drawn anew each time it is asked for, from seeds that follow from the data set's seed and
 * the pair's number, so that nothing is stored and the same settings give the same bits everywhere.
 */
@Component(service = DatasetFormat.class)
public final class Faces implements DatasetFormat {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "faces",
          "Made-up faces",
          "1.0.0",
          "Draws faces of nobody as photo and pencil sketch, for trials, teaching and tests.",
          "Pentimento",
          Parameter.integer("count", "Pairs", "How many pairs to draw.", "", 120, 1, 1_000_000),
          Parameter.integer(
              "seed", "Seed", "Another seed gives other faces.", "", 7, 0, Integer.MAX_VALUE),
          Parameter.integer("width", "Width", "Of the images.", "px", 64, 16, 2000),
          Parameter.integer("height", "Height", "Of the images.", "px", 64, 16, 2000),
          Parameter.integer(
              "train",
              "For training",
              "How many pairs, from the first on, are for training; the rest is for testing. 0:"
                  + " two thirds.",
              "",
              0,
              0,
              1_000_000),
          Parameter.integer(
              "per-identity",
              "Per person",
              "How many pairs show the same person, in other light and before another backdrop.",
              "",
              1,
              1,
              1000));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optional<Recognition> recognise(Path root) {
    return Optional.empty();
  }

  @Override
  public boolean makesItsPairs() {
    return true;
  }

  @Override
  public Dataset open(@Nullable Path root, Settings settings, Progress progress)
      throws CancelledException {
    int count = settings.integer("count");
    int train = settings.integer("train") == 0 ? count - count / 3 : settings.integer("train");
    progress.begin("Making up faces", count);
    List<Pair> pairs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      progress.checkCancelled();
      pairs.add(pair(i, i < train ? Split.TRAIN : Split.TEST, settings));
      progress.advance(1);
    }
    return new Dataset(pairs, List.of());
  }

  private static Pair pair(int number, Split split, Settings settings) {
    int perIdentity = settings.integer("per-identity");
    int person = number / perIdentity;
    int image = number % perIdentity;
    int width = settings.integer("width");
    int height = settings.integer("height");
    long looksSeed = Dice.seed(settings.integer("seed"), person, -1);
    long shotSeed = Dice.seed(settings.integer("seed"), person, image);
    Looks looks = Looks.of(looksSeed);
    Shot shot = Shot.of(shotSeed);
    String identity = "face-%06d".formatted(person);
    return new Pair(
        perIdentity == 1 ? identity : identity + "-%03d".formatted(image),
        identity,
        split,
        attributes(looks, shot),
        new Painter(looks, shot, width, height).eyes(),
        () -> painter(looksSeed, shotSeed, width, height).photo(),
        () -> painter(looksSeed, shotSeed, width, height).sketch());
  }

  private static Painter painter(long looksSeed, long shotSeed, int width, int height) {
    return new Painter(Looks.of(looksSeed), Shot.of(shotSeed), width, height);
  }

  private static Map<String, String> attributes(Looks looks, Shot shot) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("age", looks.ageGroup());
    attributes.put("backdrop", shot.backdropName());
    attributes.put("beard", Looks.word(looks.beard()));
    attributes.put("glasses", looks.glasses() == Looks.Glasses.NONE ? "no" : "yes");
    attributes.put("hair", Looks.word(looks.hair().style()));
    attributes.put("hair-colour", Looks.word(looks.hair().tint()));
    attributes.put("light", shot.lightName());
    attributes.put("skin", Looks.word(looks.skin()));
    return Collections.unmodifiableMap(attributes);
  }
}
