package org.pentimento.api.compute;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a GPU of NVIDIA can do, by generation: 6 Pascal, 7 Volta and Turing, 8 Ampere and Ada, 9
 * Hopper, 10 and 12 Blackwell. Machine code made for one minor number runs on the later ones of the
 * same major number alone.
 *
 * @param major generation
 * @param minor kind within the generation
 */
public record ComputeCapability(int major, int minor) implements Comparable<ComputeCapability> {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3})\\.(\\d{1,2})");

  /** Reads one as NVIDIA writes it, such as {@code 8.6}; empty if it is nothing of the kind. */
  public static Optional<ComputeCapability> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new ComputeCapability(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(ComputeCapability other) {
    return Comparator.comparingInt(ComputeCapability::major)
        .thenComparingInt(ComputeCapability::minor)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
