package org.pentimento.report.part;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.verdict.TimeWords;

/** Numbers and times as a person reads them, alike in every country. */
public final class ValueText {
  /** What stands where there is no number. */
  public static final String NONE = "no value";

  private ValueText() {}

  /** About four digits. */
  public static String value(@Nullable Double number) {
    if (number == null || !Double.isFinite(number)) {
      return NONE;
    }
    double size = Math.abs(number);
    BigDecimal exact = BigDecimal.valueOf(number);
    if (size >= .001 || size == 0) {
      int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
      return minus(exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
    }
    if (size >= 1e-6) {
      return minus(exact.round(new MathContext(2)).toPlainString());
    }
    return minus(String.format(Locale.ROOT, "%.1e", number));
  }

  /** A share in percent, without a sign in front. */
  public static String percent(double share) {
    if (!Double.isFinite(share)) {
      return NONE;
    }
    double percent = share * 100;
    boolean whole = Math.abs(percent - Math.rint(percent)) < 1e-9 || Math.abs(percent) >= 10;
    int decimals = whole ? 0 : 1;
    BigDecimal rounded = BigDecimal.valueOf(percent).setScale(decimals, RoundingMode.HALF_EVEN);
    return minus(rounded.toPlainString()) + " %";
  }

  /** A relative loss in words. */
  public static String change(@Nullable Double loss) {
    if (loss == null || !Double.isFinite(loss)) {
      return NONE;
    }
    return percent(Math.abs(loss)) + (loss < 0 ? " better" : " worse");
  }

  /** An interval. */
  public static String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null ? "" : "[" + value(low) + ", " + value(high) + "]";
  }

  /** A number of things. */
  public static String count(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  /** A large number with its thousands apart. */
  public static String grouped(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** A number with no more digits than it needs, three at most. */
  public static String brief(double number) {
    return Double.isFinite(number)
        ? minus(
            BigDecimal.valueOf(number)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString())
        : NONE;
  }

  /** Settings by their name, as one line; recovered numbers have more digits than meaning. */
  public static String settings(Map<String, Object> settings) {
    return new TreeMap<>(settings)
        .entrySet().stream()
            .map(e -> e.getKey() + " = " + setting(e.getValue()))
            .collect(Collectors.joining(", "));
  }

  /** The value of a setting. */
  public static String setting(@Nullable Object value) {
    if (value == null || String.valueOf(value).isBlank()) {
      return "none";
    }
    if (value instanceof Map<?, ?> parts) {
      return parts.entrySet().stream()
          .map(e -> e.getKey() + " = " + setting(e.getValue()))
          .sorted()
          .collect(Collectors.joining(", ", "(", ")"));
    }
    if (value instanceof List<?> parts) {
      return parts.stream().map(ValueText::setting).collect(Collectors.joining("; "));
    }
    return value instanceof Double number && Double.isFinite(number)
        ? new BigDecimal(number.toString())
            .round(new MathContext(6))
            .stripTrailingZeros()
            .toPlainString()
        : String.valueOf(value);
  }

  /** A time in a zone. */
  public static String time(@Nullable Instant time, ZoneId zone) {
    return time == null ? "–" : TimeWords.exact(time, zone);
  }

  /** The zone of a name, if there is one. */
  public static Optional<ZoneId> zone(String name) {
    if (name.isEmpty()) {
      return Optional.of(ZoneOffset.UTC);
    }
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String minus(String number) {
    return number.replace('-', '−');
  }
}
