package org.pentimento.cli.command;

import java.util.function.DoublePredicate;
import java.util.function.LongPredicate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the numbers of the command line may be. */
final class Numbers {
  private Numbers() {}

  /** A share of honest pairs that may be flagged. */
  static final class FalseAlarms implements ITypeConverter<Double> {
    @Override
    public Double convert(String given) {
      return real(
          given, n -> n > 0 && n <= .5, "a number above 0 and up to 0.5, such as 0.01 for 1 %");
    }
  }

  /** A share of training pairs that are poisoned. */
  static final class PoisonedShare implements ITypeConverter<Double> {
    @Override
    public Double convert(String given) {
      return real(
          given, n -> n > 0 && n <= 1, "a number above 0 and up to 1, such as 0.1 for 10 %");
    }
  }

  /** A seed of everything random. */
  static final class Seed implements ITypeConverter<Long> {
    @Override
    public Long convert(String given) {
      return whole(given, n -> true, "a whole number, such as 1");
    }
  }

  /** How many at the most; 0 sets no limit. */
  static final class Limit implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String given) {
      return (int)
          whole(
              given,
              n -> n >= 0 && n <= Integer.MAX_VALUE,
              "a whole number, such as 20, or 0 for no limit");
    }
  }

  /** A number of threads. */
  static final class Threads implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String given) {
      return (int) whole(given, n -> n >= 1 && n <= 1024, "a whole number from 1 to 1024");
    }
  }

  /** A number of shadow models. */
  static final class Shadows implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String given) {
      return (int) whole(given, n -> n >= 1 && n <= 100, "a whole number from 1 to 100, such as 3");
    }
  }

  /** A number of exhibits. */
  static final class Exhibits implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String given) {
      return (int) whole(given, n -> n >= 0 && n <= 100, "a whole number from 0 to 100");
    }
  }

  private static double real(String given, DoublePredicate allowed, String words) {
    try {
      double number = Double.parseDouble(given.strip());
      if (allowed.test(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refused(given, words);
    }
    throw refused(given, words);
  }

  private static long whole(String given, LongPredicate allowed, String words) {
    try {
      long number = Long.parseLong(given.strip());
      if (allowed.test(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refused(given, words);
    }
    throw refused(given, words);
  }

  private static TypeConversionException refused(String given, String words) {
    return new TypeConversionException("'" + given + "' cannot be used. Give " + words + ".");
  }
}
