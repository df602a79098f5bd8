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
    double one = bounded(parameter, usual * LEAST);
    double other = bounded(parameter, usual * MOST);
    if (one == 0 || other == 0) {
      return usual;
    }
    double drawn = one * StrictMath.pow(other / one, random.nextDouble());
    return bounded(parameter, drawn);
  }

  private static double bounded(Parameter parameter, double value) {
    return Math.max(parameter.minimum(), Math.min(parameter.maximum(), value));
  }
}
