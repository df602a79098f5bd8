package org.pentimento.registry.guard;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.Metric;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.api.poisoning.PoisoningStrategy.Poisoning;

/** Checks what an extension gave, and gives a copy that it does not hold. */
final class Answers {
  private static final int LONGEST_TEXT = 10_000;

  private final String id;
  private final BiFunction<Object, Metrics.@Nullable Scaled, Object> guarded;
  private final Metrics.@Nullable Scaled scaled;

  /**
   * Checks for one object.
   *
   * @param id of its extension
   * @param guarded puts an object that the extension gave behind a guard too
   * @param scaled what its measurements must keep to; null if it gives none
   */
  Answers(
      String id,
      BiFunction<Object, Metrics.@Nullable Scaled, Object> guarded,
      Metrics.@Nullable Scaled scaled) {
    this.id = id;
    this.guarded = guarded;
    this.scaled = scaled;
  }

  /**
   * The answer if it can be used.
   *
   * @param args as the caller gave them
   */
  @Nullable Object checked(Method method, Object[] args, @Nullable Object answer)
      throws UnusableAnswerException {
    Class<?> of = method.getDeclaringClass();
    String name = method.getName();
    if (method.getReturnType() == void.class) {
      if (of == Model.class && name.equals("write")) {
        checkWritten((Path) args[0]);
      }
      return null;
    }
    if (answer == null) {
      throw new UnusableAnswerException("it gave nothing");
    }
    if (answer instanceof Image image) {
      return image(args, image);
    }
    if (method.getReturnType().isInterface()
        && method.getReturnType().getName().startsWith("org.pentimento.api.")) {
      return guarded.apply(answer, null); // a model, a poisoning
    }
    if (answer instanceof Metric.Scale scale) {
      return Metrics.checked(scale);
    }
    if (answer instanceof Measurement one && scaled != null) {
      return scaled.checked(one);
    }
    if (answer instanceof Optional<?> optional) {
      return optional(optional);
    }
    if (answer instanceof List<?> list) {
      return list(of, name, args, list);
    }
    if (answer instanceof Map<?, ?> map) {
      return map(of, map);
    }
    if (of == Generator.class && answer instanceof Integer reach && reach < 0) {
      throw new UnusableAnswerException("it gave a reach of " + reach + " pixels");
    }
    return answer;
  }

  /** What a metric prepared, measured against this scale from now on. */
  Object reference(PairMetric.Reference reference, Metric.Scale scale) {
    return guarded.apply(reference, new Metrics.Scaled(id, scale));
  }

  /** Measurements of a set, one for each of its items. */
  List<Measurement> measurements(List<?> given, int items, Metric.Scale scale)
      throws UnusableAnswerException {
    Metrics.Scaled by = new Metrics.Scaled(id, scale);
    List<Measurement> checked = new ArrayList<>();
    for (Object one : given) {
      checked.add(by.checked((Measurement) one));
    }
    if (checked.size() != items) {
      throw new UnusableAnswerException(
          "it gave " + checked.size() + " measurements for " + items + " sketches");
    }
    return checked;
  }

  private static Image image(Object[] args, Image given) throws UnusableAnswerException {
    Image like = null;
    for (Object arg : args) {
      if (arg instanceof Image image) {
        like = image;
      }
    }
    if (like != null && (!like.sameSize(given) || given.planes() != like.planes())) {
      throw new UnusableAnswerException("it gave an " + given + " for an " + like);
    }
    return sound(given);
  }

  /** A copy; its values are numbers in [0, 1]. */
  private static Image sound(Image given) throws UnusableAnswerException {
    Image copy = given.copy();
    for (float value : copy.data()) {
      if (!(value >= 0f && value <= 1f)) {
        throw new UnusableAnswerException(
            "it gave an image with the value " + value + ", which is not in [0, 1]");
      }
    }
    return copy;
  }

  private List<?> list(Class<?> of, String name, Object[] args, List<?> list)
      throws UnusableAnswerException {
    if (of == Model.class && name.equals("sketch")) {
      return sketches((List<?>) args[0], list);
    }
    if (of == Poisoning.class && name.equals("preferred")) {
      return preferred((List<?>) args[0], list);
    }
    for (Object one : list) {
      if (one == null) {
        throw new UnusableAnswerException("it gave a list with nothing in it at a place");
      }
    }
    return list;
  }

  private static List<Image> sketches(List<?> photos, List<?> given)
      throws UnusableAnswerException {
    if (given.size() != photos.size()) {
      throw new UnusableAnswerException(
          "it gave " + given.size() + " sketches for " + photos.size() + " photos");
    }
    List<Image> sketches = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      Image photo = (Image) photos.get(i);
      if (!(given.get(i) instanceof Image sketch)) {
        throw new UnusableAnswerException("it gave no sketch for photo " + (i + 1));
      }
      if (!sketch.sameSize(photo) || sketch.planes() != 1) {
        throw new UnusableAnswerException("it gave an " + sketch + " as the sketch of an " + photo);
      }
      sketches.add(sound(sketch));
    }
    return sketches;
  }

  private static List<Pair> preferred(List<?> candidates, List<?> given)
      throws UnusableAnswerException {
    Set<Object> left = new HashSet<>(candidates);
    List<Pair> preferred = new ArrayList<>();
    for (Object one : given) {
      if (!(one instanceof Pair pair)) {
        throw new UnusableAnswerException("it gave a list with no pair at a place");
      }
      if (!left.remove(pair)) {
        throw new UnusableAnswerException(
            "it prefers the pair '"
                + GivenText.plain(String.valueOf(pair.id()), 100)
                + "'"
                + (candidates.contains(pair) ? " twice" : ", which it was not given"));
      }
      preferred.add(pair);
    }
    return preferred;
  }

  private Map<?, ?> map(Class<?> of, Map<?, ?> map) throws UnusableAnswerException {
    Map<Object, Object> checked = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object value = entry.getValue();
      if (of == Poisoning.class || of == Model.class || of == PairMetric.class) {
        GivenText.check("name", (String) entry.getKey(), LONGEST_TEXT);
      }
      if (value instanceof Image image) {
        checked.put(entry.getKey(), sound(image));
      } else if (value instanceof String text) {
        GivenText.check("text", text, LONGEST_TEXT);
        checked.put(entry.getKey(), text);
      } else if (value == null) {
        throw new UnusableAnswerException("it gave nothing for '" + entry.getKey() + "'");
      } else {
        checked.put(entry.getKey(), value);
      }
    }
    return checked;
  }

  private Object optional(Optional<?> optional) throws UnusableAnswerException {
    Object value = optional.orElse(null);
    if (value instanceof Image image) {
      return Optional.of(sound(image));
    }
    if (value instanceof String text) {
      GivenText.check("text", text, LONGEST_TEXT);
    }
    if (value instanceof DatasetFormat.Recognition recognition) {
      GivenText.check("layout", recognition.layout(), LONGEST_TEXT);
      if (!(recognition.confidence() >= 0 && recognition.confidence() <= 1)) {
        throw new UnusableAnswerException(
            "it claims a confidence of " + recognition.confidence() + ", which is not in [0, 1]");
      }
    }
    return value instanceof Capability ? Optional.of(guarded.apply(value, null)) : optional;
  }

  /** An image of a data set. */
  static Image decoded(@Nullable Image given) throws UnusableAnswerException {
    if (given == null) {
      throw new UnusableAnswerException("it gave no image");
    }
    return sound(given);
  }

  /**
   * A data set whose pairs are whole.
   *
   * @param guarded puts an image behind the guard
   */
  Dataset dataset(Dataset given, UnaryOperator<ImageSource> guarded)
      throws UnusableAnswerException {
    List<Pair> pairs = new ArrayList<>(given.pairs().size());
    for (Pair pair : given.pairs()) {
      if (pair.photo() == null || pair.sketch() == null || pair.attributes() == null) {
        throw new UnusableAnswerException("it gave a pair that lacks a part");
      }
      GivenText.check("id of a pair", pair.id(), LONGEST_TEXT);
      GivenText.check("person of a pair", pair.identity(), LONGEST_TEXT);
      pairs.add(
          new Pair(
              pair.id(),
              pair.identity(),
              pair.split(),
              pair.attributes(),
              pair.eyePoints(),
              guarded.apply(pair.photo()),
              guarded.apply(pair.sketch())));
    }
    return new Dataset(pairs, given.skipped());
  }

  private static void checkWritten(Path folder) throws UnusableAnswerException {
    for (String file : List.of("model.json", "model.safetensors")) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        throw new UnusableAnswerException("it did not write " + file);
      }
    }
  }
}
