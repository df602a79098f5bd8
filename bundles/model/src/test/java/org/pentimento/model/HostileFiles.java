package org.pentimento.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.pentimento.api.BadInputException;

/** What tests of hostile files share. */
public final class HostileFiles {
  private HostileFiles() {}

  /** A file beside the tests. */
  public static Path resource(String name) {
    return Path.of("src/test/resources/org/pentimento/model", name);
  }

  /** Settings that let tests run where there is no bubblewrap; it is used where there is. */
  public static Map<String, String> settings(String... keysAndValues) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("confinement", "reduced");
    settings.put("time-limit", "600"); // machines that build are busy
    for (int i = 0; i < keysAndValues.length; i += 2) {
      settings.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return settings;
  }

  /** The refusal, which has words for a person. */
  public static BadInputException refusal(ThrowingCallable call) {
    BadInputException e = catchThrowableOfType(BadInputException.class, call);
    assertThat(e).isNotNull();
    assertThat(e.getMessage()).endsWith(".").doesNotContain("Exception");
    assertThat(e.remedy()).endsWith(".");
    return e;
  }
}
