package org.pentimento.api.extension;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Values for all parameters of one extension: what was given, defaults for the rest, everything
 * checked. Immutable.
 */
public final class Settings {
  /** A value that a parameter does not take, or a key that no parameter has. */
  public static final class InvalidSettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;

    InvalidSettingException(String key, String message) {
      super(message);
      this.key = key;
    }

    /** The offending key. */
    public String key() {
      return key;
    }
  }

  private final Map<String, Object> values;

  private Settings(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Checks values against a descriptor and fills in the defaults.
   *
   * @param given by parameter id; whole numbers are taken for numbers, and texts that spell a value
   *     for that value
   * @throws InvalidSettingException if a key is unknown or a value out of range, saying what is
   *     allowed
   */
  public static Settings of(Descriptor descriptor, Map<String, ?> given) {
    for (String key : given.keySet()) {
      if (descriptor.parameter(key).isEmpty()) {
        String known =
            descriptor.parameters().stream().map(Parameter::id).collect(Collectors.joining(", "));
        throw new InvalidSettingException(
            key,
            descriptor.id()
                + " has no parameter '"
                + key
                + "'"
                + (known.isEmpty() ? "; it has none" : "; it has " + known));
      }
    }
    Map<String, Object> values = new TreeMap<>();
    for (Parameter p : descriptor.parameters()) {
      Object value = given.get(p.id());
      values.put(
          p.id(),
          value == null
              ? p.defaultValue()
              : check(p.id(), p.type(), p.minimum(), p.maximum(), p.choices(), value));
    }
    return new Settings(values);
  }

  /** The defaults of a descriptor. */
  public static Settings defaults(Descriptor descriptor) {
    return of(descriptor, Map.of());
  }

  static Object check(
      String id,
      Parameter.Type type,
      double minimum,
      double maximum,
      List<String> choices,
      Object value) {
    return switch (type) {
      case INTEGER, NUMBER -> {
        double number = number(id, value);
        if (!(number >= minimum && number <= maximum)) {
          throw new InvalidSettingException(
              id, id + " is " + value + ", allowed is " + minimum + " to " + maximum);
        }
        if (type == Parameter.Type.NUMBER) {
          yield number;
        }
        if (number != Math.rint(number)) {
          throw new InvalidSettingException(
              id, id + " is " + value + ", but must be a whole number");
        }
        yield (int) number;
      }
      case FLAG -> {
        if (value instanceof Boolean) {
          yield value;
        }
        if (value.equals("true") || value.equals("false")) {
          yield Boolean.valueOf((String) value);
        }
        throw new InvalidSettingException(id, id + " is " + value + ", allowed is true or false");
      }
      case CHOICE -> {
        String word = value.toString();
        if (!choices.contains(word)) {
          throw new InvalidSettingException(
              id, id + " is " + word + ", allowed is one of " + String.join(", ", choices));
        }
        yield word;
      }
      case TEXT, COMMAND, FILE, FOLDER -> value.toString();
    };
  }

  private static double number(String id, Object value) {
    if (value instanceof Number n) {
      return n.doubleValue();
    }
    try {
      return Double.parseDouble(value.toString());
    } catch (NumberFormatException e) {
      throw new InvalidSettingException(id, id + " is '" + value + "', but must be a number");
    }
  }

  /** The value of a whole-number parameter. */
  public int integer(String id) {
    return (Integer) value(id);
  }

  /** The value of a number parameter. */
  public double number(String id) {
    return ((Number) value(id)).doubleValue();
  }

  /** The value of a yes-or-no parameter. */
  public boolean flag(String id) {
    return (Boolean) value(id);
  }

  /** The value of a choice, text or file parameter. */
  public String text(String id) {
    return (String) value(id);
  }

  /** All values by parameter id, sorted by id. */
  public Map<String, Object> values() {
    return values;
  }

  private Object value(String id) {
    Object value = values.get(id);
    if (value == null) {
      throw new IllegalArgumentException("no parameter " + id);
    }
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
