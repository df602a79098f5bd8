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
 * @param generators that are trained in a self-test of models; empty if the plan does not say
 * @param attacks that are planted; null if the plan does not say, then all that can be made of the
 *     installed triggers and strategies
 * @param detectors that are tried; empty for all
 * @param seeds each attack is planted once per seed
 */
public record SelfTestPlan(
    String name,
    Plan.@Nullable Data data,
    List<Use> generators,
    @Nullable List<Plan.Attack> attacks,
    List<Use> detectors,
    List<Long> seeds) {
  /** Name of the file with the self-test of data sets that is made if nothing is said. */
  public static final String FILE = "selftest-plan.yaml";

  /** Name of the file with the self-test of models that is made if nothing is said. */
  public static final String FILE_OF_MODELS = "selftest-models-plan.yaml";

  /** The text of the self-test of data sets that is made if nothing is said, on drawn faces. */
  public static String standard() {
    return text(FILE);
  }

  /** The text of the self-test of models that is made if nothing is said, on drawn faces. */
  public static String standardOfModels() {
    return text(FILE_OF_MODELS);
  }

  private static String text(String file) {
    try (InputStream in = SelfTestPlan.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the product");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
