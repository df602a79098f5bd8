package org.pentimento.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The plan that shows the whole way once, on drawn faces. */
public final class DemoPlan {
  /** Name of its file. */
  public static final String FILE = "demo-plan.yaml";

  private DemoPlan() {}

  /** Its text, YAML with a comment in the first line. */
  public static String text() {
    try (InputStream in = DemoPlan.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the product");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
