package org.pentimento.detector.battery;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.trigger.Trigger;

/**
 * A trigger with settings to be tried.
 *
 * @param trigger that is tried
 * @param settings of it
 * @param seed of what is random in it
 */
record TriedTrigger(Trigger trigger, Settings settings, long seed) {
  private static final double LEAST = .4;
  private static final double MOST = 2.5;
  private static final int DIGITS = 2;

  /**
   * Candidates spread over what a trigger's descriptor allows: numbers evenly on a logarithmic
   * scale around their defaults, each in as many steps as there are candidates, choices in turn.
   *
   * @param count how many
   */
  static List<TriedTrigger> of(Trigger trigger, int count, long seed) {
    Descriptor descriptor = trigger.descriptor();
    SplittableRandom random = new SplittableRandom(seed ^ descriptor.id().hashCode());
    Map<String, List<Integer>> steps = new TreeMap<>();
    for (Parameter parameter : descriptor.parameters()) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        order.add(random.nextInt(i + 1), i);
      }
      steps.put(parameter.id(), order);
    }
    List<TriedTrigger> candidates = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> values = new TreeMap<>();
      for (Parameter parameter : descriptor.parameters()) {
        int step = steps.getOrDefault(parameter.id(), List.of()).get(i);
        values.put(parameter.id(), value(parameter, (step + .5) / count, step));
      }
      candidates.add(new TriedTrigger(trigger, Settings.of(descriptor, values), seed + i));
    }
    return candidates;
  }

  private static Object value(Parameter parameter, double share, int step) {
    return switch (parameter.type()) {
      case NUMBER -> number(parameter, share);
      case INTEGER -> (int) Math.round(number(parameter, share));
      case FLAG -> step % 2 == 0;
      case CHOICE -> parameter.choices().get(step % parameter.choices().size());
      case TEXT, COMMAND, FILE, FOLDER -> parameter.defaultValue();
    };
  }

  private static double number(Parameter parameter, double share) {
    double usual = ((Number) parameter.defaultValue()).doubleValue();
    double low = bounded(parameter, usual * LEAST);
    double high = bounded(parameter, usual * MOST);
    if (usual == 0) {
      // 0 of something that has no natural limit mostly leaves it to another setting
      return parameter.maximum() > 1
          ? 0
          : parameter.minimum() + share * (parameter.maximum() - parameter.minimum());
    }
    return low * high <= 0 ? usual : low * StrictMath.pow(high / low, share);
  }

  private static double bounded(Parameter parameter, double value) {
    return Math.max(parameter.minimum(), Math.min(parameter.maximum(), value));
  }

  /**
   * The settings as a person reads them, such as {@code Amplitude 0.08 of 1, Direction vertical};
   * what is left to another setting or to the trigger is left out.
   */
  String words() {
    List<String> words = new ArrayList<>();
    for (Parameter parameter : trigger.descriptor().parameters()) {
      Object value = settings.values().get(parameter.id());
      if (value != null && !value.equals("") && !left(parameter, value)) {
        words.add(
            parameter.name()
                + " "
                + shown(value)
                + (parameter.unit().isEmpty() ? "" : " " + parameter.unit()));
      }
    }
    return String.join(", ", words);
  }

  private static boolean left(Parameter parameter, Object value) {
    return value.equals(parameter.defaultValue())
        && value instanceof Number number
        && number.doubleValue() == 0;
  }

  private static String shown(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "yes" : "no";
    }
    return value instanceof Double number
        ? String.valueOf(new BigDecimal(number).round(new MathContext(DIGITS)).doubleValue())
        : value.toString();
  }

  /** A photo with the trigger. */
  Image on(Image photo, Optional<Eyes> eyes) throws IOException {
    return trigger.apply(photo, eyes, settings, seed);
  }
}
