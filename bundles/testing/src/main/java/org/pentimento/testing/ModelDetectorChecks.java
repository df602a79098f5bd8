package org.pentimento.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.ModelDetector;

/** What every detector of models must say of itself. */
public final class ModelDetectorChecks {
  private ModelDetectorChecks() {}

  /**
   * The checks.
   *
   * @param given settings, by parameter id; defaults for the rest
   */
  public static List<Check> of(ModelDetector detector, Map<String, ?> given) {
    return Join.of(
        DescriptorChecks.of(detector, Set.of("id")),
        List.of(
            new Check(
                "it says before what it will measure",
                () -> {
                  Settings settings = Settings.of(detector.descriptor(), given);
                  List<Look> looks = Expect.given(detector.looks(settings), "looks");
                  Expect.that(!looks.isEmpty(), "looks(…) is empty");
                  Set<String> ids = new HashSet<>();
                  for (Look look : looks) {
                    Expect.that(ids.add(look.id()), "two looks are called " + look.id());
                  }
                  Expect.same(looks, detector.looks(settings), "looks(…) changed");
                }),
            new Check(
                "it says what it needs and what it is blind to",
                () -> {
                  Expect.that(detector.leastPairs() >= 1, "leastPairs() is less than 1");
                  Expect.that(
                      !Expect.given(detector.blindTo(), "blindTo()").isBlank(),
                      "blindTo() is empty");
                })));
  }
}
