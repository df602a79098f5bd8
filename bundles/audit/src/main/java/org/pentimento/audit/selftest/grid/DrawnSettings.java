package org.pentimento.audit.selftest.grid;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;

/**
 * Settings by lot, so that nothing is tried at the defaults alone. A number lies between {@value
 * #LEAST} and {@value #MOST} times its default, evenly on a logarithmic scale, inside what the
 * parameter allows; one whose default is 0 keeps it, which mostly means that something is off.
 * Choices and flags are drawn evenly. Texts, commands, files and folders keep their defaults.
 */
final class DrawnSettings {
  private static final double LEAST = .6;
  private static final double MOST = 1.6;
  private static final double LESS = .7;
  private static final double MORE = 1.4;

  private DrawnSettings() {}

  /** Settings of an extension. */
  static Settings of(Descriptor descriptor, SplittableRandom random) {
    Map<String, Object> values = new TreeMap<>();
    for (Parameter parameter : descriptor.parameters()) {
      SplittableRandom own = random.split();
      values.put(parameter.id(), value(parameter, own));
    }
    return Settings.of(descriptor, values);
  }

  /**
   * Settings near given ones: whole numbers, such as epochs and channels, between {@value #LESS}
   * and {@value #MORE} times as large, evenly on a logarithmic scale; all others as they are.
   */
  static Settings near(Descriptor descriptor, Settings given, SplittableRandom random) {
    Map<String, Object> values = new TreeMap<>(given.values());
    for (Parameter parameter : descriptor.parameters()) {
      SplittableRandom own = random.split();
      if (parameter.type() == Parameter.Type.INTEGER) {
        double usual = given.integer(parameter.id());
        values.put(
            parameter.id(), (int) Math.round(drawn(parameter, usual * LESS, usual * MORE, own)));
      }
    }
    return Settings.of(descriptor, values);
  }

  private static Object value(Parameter parameter, SplittableRandom random) {
    return switch (parameter.type()) {
      case NUMBER -> number(parameter, random);
      case INTEGER -> (int) Math.round(number(parameter, random));
      case FLAG -> random.nextBoolean();
      case CHOICE -> parameter.choices().get(random.nextInt(parameter.choices().size()));
      case TEXT, COMMAND, FILE, FOLDER -> parameter.defaultValue();
    };
  }

  private static double number(Parameter parameter, SplittableRandom random) {
    double usual = ((Number) parameter.defaultValue()).doubleValue();
    return usual == 0 ? 0 : drawn(parameter, usual * LEAST, usual * MOST, random);
  }

  /** A value between two of one sign, both brought into what the parameter allows. */
  private static double drawn(
      Parameter parameter, double from, double to, SplittableRandom random) {
    double one = bounded(parameter, from);
    double other = bounded(parameter, to);
    return one == 0 || other == 0
        ? bounded(parameter, from)
        : bounded(parameter, one * StrictMath.pow(other / one, random.nextDouble()));
  }

  private static double bounded(Parameter parameter, double value) {
    return Math.max(parameter.minimum(), Math.min(parameter.maximum(), value));
  }
}
