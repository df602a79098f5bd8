package org.pentimento.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says to a self-test of detectors.
 *
 * @param name as a person reads it
 * @param data in which attacks are planted; null if the plan does not say
 * @param attacks that are planted; null if the plan does not say, then all that can be made of the
 *     installed triggers and strategies
 * @param detectors that are tried; empty for all
 * @param seeds each attack is planted once per seed
 */
public record SelfTestPlan(
    String name,
    Plan.@Nullable Data data,
    @Nullable List<Plan.Attack> attacks,
    List<Use> detectors,
    List<Long> seeds) {
  /** Name of the file with the self-test that is made if nothing is said. */
  public static final String FILE = "selftest-plan.yaml";

  /** The text of the self-test that is made if nothing is said, on drawn faces. */
  public static String standard() {
    try (InputStream in = SelfTestPlan.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the product");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
