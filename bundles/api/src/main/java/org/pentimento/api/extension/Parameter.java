package org.pentimento.api.extension;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One thing that can be set on an extension.
 *
 * @param id lower-case words joined by hyphens, as plans spell it
 * @param name as a person reads it
 * @param help what it does, one sentence
 * @param type what values it takes
 * @param unit such as {@code px} or {@code of 255}; empty if none
 * @param minimum smallest value of a number
 * @param maximum largest value of a number
 * @param choices allowed values of a choice, else empty
 * @param defaultValue an Integer, Double, Boolean or String according to the type
 */
public record Parameter(
    String id,
    String name,
    String help,
    Type type,
    String unit,
    double minimum,
    double maximum,
    List<String> choices,
    Object defaultValue) {

  /** What values a parameter takes. */
  public enum Type {
    /** A whole number: Integer. */
    INTEGER,
    /** A finite number: Double. */
    NUMBER,
    /** Yes or no: Boolean. */
    FLAG,
    /** One of some words: String. */
    CHOICE,
    /** Any text: String. */
    TEXT,
    /** A command line that the extension runs, so that a person is asked before: String. */
    COMMAND,
    /** Path of a file, empty for none: String. */
    FILE,
    /** Path of a folder, empty for none: String. */
    FOLDER
  }

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** Refuses a default that the parameter itself would not take. */
  public Parameter {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not a parameter id: " + id);
    }
    choices = List.copyOf(choices);
    defaultValue = Settings.check(id, type, minimum, maximum, choices, defaultValue);
  }

  /** A whole number between two bounds, both allowed. */
  public static Parameter integer(
      String id, String name, String help, String unit, int value, int minimum, int maximum) {
    return new Parameter(id, name, help, Type.INTEGER, unit, minimum, maximum, List.of(), value);
  }

  /** A finite number between two bounds, both allowed. */
  public static Parameter number(
      String id,
      String name,
      String help,
      String unit,
      double value,
      double minimum,
      double maximum) {
    return new Parameter(id, name, help, Type.NUMBER, unit, minimum, maximum, List.of(), value);
  }

  /** Yes or no. */
  public static Parameter flag(String id, String name, String help, boolean value) {
    return new Parameter(id, name, help, Type.FLAG, "", 0, 0, List.of(), value);
  }

  /** One of some words, the first being the default. */
  public static Parameter choice(String id, String name, String help, String... choices) {
    return new Parameter(id, name, help, Type.CHOICE, "", 0, 0, List.of(choices), choices[0]);
  }

  /** Any text. */
  public static Parameter text(String id, String name, String help, String value) {
    return new Parameter(id, name, help, Type.TEXT, "", 0, 0, List.of(), value);
  }

  /** A command line that the extension runs. */
  public static Parameter command(String id, String name, String help, String value) {
    return new Parameter(id, name, help, Type.COMMAND, "", 0, 0, List.of(), value);
  }

  /** Path of a file; none by default. */
  public static Parameter file(String id, String name, String help) {
    return new Parameter(id, name, help, Type.FILE, "", 0, 0, List.of(), "");
  }

  /** Path of a folder; none by default. */
  public static Parameter folder(String id, String name, String help) {
    return new Parameter(id, name, help, Type.FOLDER, "", 0, 0, List.of(), "");
  }

  /** The values that are allowed, in words for a person: {@code 0 to 255}, {@code one of a, b}. */
  public String allowed() {
    return switch (type) {
      case INTEGER -> "a whole number from " + (long) minimum + " to " + (long) maximum;
      case NUMBER -> "a number from " + plain(minimum) + " to " + plain(maximum);
      case FLAG -> "true or false";
      case CHOICE -> "one of " + String.join(", ", choices);
      case TEXT -> "any text";
      case COMMAND -> "a command line";
      case FILE -> "the path of a file";
      case FOLDER -> "the path of a folder";
    };
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
