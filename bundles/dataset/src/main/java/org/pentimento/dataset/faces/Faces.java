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
import org.pentimento.dataset.faces.math.Dice;
import org.pentimento.dataset.faces.person.Person;
import org.pentimento.dataset.faces.person.Shot;

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
              "seed",
              "Seed of the faces",
              "Another seed gives other faces.",
              "",
              7,
              0,
              Integer.MAX_VALUE),
          Parameter.integer("width", "Width", "Of the images.", "px", 64, 16, 2000),
          Parameter.integer("height", "Height", "Of the images.", "px", 64, 16, 2000),
          Parameter.integer(
              "train",
              "Given for training",
              "How many pairs, from the first on, the data set itself gives for training; the rest"
                  + " is for testing. 0: two thirds.",
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
    int personNumber = number / perIdentity;
    int shotNumber = number % perIdentity;
    int width = settings.integer("width");
    int height = settings.integer("height");
    long personSeed = Dice.seed(settings.integer("seed"), personNumber, -1);
    long shotSeed = Dice.seed(settings.integer("seed"), personNumber, shotNumber);
    Person person = Person.of(personSeed);
    Shot shot = Shot.of(shotSeed);
    String identity = "face-%06d".formatted(personNumber);
    return new Pair(
        perIdentity == 1 ? identity : identity + "-%03d".formatted(shotNumber),
        identity,
        split,
        attributes(person, shot),
        new Portrait(person, shot, width, height).eyes(),
        () -> portrait(personSeed, shotSeed, width, height).photo(),
        () -> portrait(personSeed, shotSeed, width, height).sketch());
  }

  /** Made anew from the seeds each time, so that a listed pair holds no more than a few numbers. */
  private static Portrait portrait(long personSeed, long shotSeed, int width, int height) {
    return new Portrait(Person.of(personSeed), Shot.of(shotSeed), width, height);
  }

  private static Map<String, String> attributes(Person person, Shot shot) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("age", person.ageGroup());
    attributes.put("backdrop", shot.backdropName());
    attributes.put("beard", Person.word(person.beard()));
    attributes.put("glasses", person.glasses() == Person.Glasses.NONE ? "no" : "yes");
    attributes.put("hair", Person.word(person.hair().style()));
    attributes.put("hair-colour", Person.word(person.hair().tint()));
    attributes.put("light", shot.lightName());
    attributes.put("skin", Person.word(person.skin()));
    return Collections.unmodifiableMap(attributes);
  }
}
