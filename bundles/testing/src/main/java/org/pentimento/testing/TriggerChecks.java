package org.pentimento.testing;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.trigger.Trigger;

/** What every trigger must do. */
public final class TriggerChecks {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 80;

  private TriggerChecks() {}

  /**
   * The checks.
   *
   * @param given settings with which it makes a trigger, by parameter id; defaults for the rest
   */
  public static List<Check> of(Trigger trigger, Map<String, ?> given) {
    Image photo = MadeUpFaces.photo(1, WIDTH, HEIGHT);
    Optional<Eyes> eyes = Optional.of(MadeUpFaces.eyes(1, WIDTH, HEIGHT));
    return Join.of(
        DescriptorChecks.of(trigger, Set.of("id")),
        List.of(
            new Check(
                "the result has the size and the planes of the photo",
                () -> {
                  Settings settings = settings(trigger, given);
                  apply(trigger, photo, eyes, settings, 1);
                  apply(trigger, photo.grey(), eyes, settings, 1);
                }),
            new Check(
                "it changes the photo",
                () ->
                    Expect.that(
                        !apply(trigger, photo, eyes, settings(trigger, given), 1).equals(photo),
                        "with these settings the result is the photo as it was")),
            new Check(
                "it takes photos of any size, or says why not",
                () -> {
                  Settings settings = settings(trigger, given);
                  for (int[] size : new int[][] {{250, 200}, {33, 47}, {8, 8}, {1, 1}}) {
                    Image other = MadeUpFaces.photo(2, size[0], size[1]);
                    var at = Optional.of(MadeUpFaces.eyes(2, size[0], size[1]));
                    Expect.refused(() -> apply(trigger, other, at, settings, 1));
                  }
                }),
            new Check(
                "it does without the places of the eyes, or says why not",
                () ->
                    Expect.refused(
                        () ->
                            apply(trigger, photo, Optional.empty(), settings(trigger, given), 1))),
            new Check(
                "it leaves the photo that it is given as it is",
                () -> {
                  Image copy = Expect.copy(photo);
                  trigger.apply(photo, eyes, settings(trigger, given), 1);
                  Expect.unchanged(copy, photo, "apply");
                }),
            new Check(
                "the same seed gives the same image",
                () -> {
                  Settings settings = settings(trigger, given);
                  Image first = trigger.apply(photo, eyes, settings, 7);
                  trigger.apply(MadeUpFaces.photo(2, WIDTH, HEIGHT), eyes, settings, 8);
                  Expect.same(
                      first,
                      trigger.apply(photo, eyes, settings, 7),
                      "the same photo, settings and seed gave another image the second time");
                }),
            new Check(
                "prepared once for all photos, it gives the same images",
                () -> {
                  Settings settings = settings(trigger, given);
                  Trigger.Stamp stamp =
                      Expect.given(
                          trigger.prepare(settings, 7, org.pentimento.api.Progress.NONE),
                          "prepare");
                  for (int person = 0; person < 3; person++) {
                    Image one = MadeUpFaces.photo(person, WIDTH, HEIGHT);
                    Optional<Eyes> at = Optional.of(MadeUpFaces.eyes(person, WIDTH, HEIGHT));
                    Expect.same(
                        trigger.apply(one, at, settings, 7),
                        stamp.apply(one, at),
                        "what prepare(…) gave made another image than apply(…)");
                  }
                }),
            new Check(
                "it may be called from several threads at once",
                () -> {
                  Settings settings = settings(trigger, given);
                  Expect.sameFromThreads(
                      List.of(
                          () -> trigger.apply(photo, eyes, settings, 1),
                          () -> trigger.apply(photo.grey(), eyes, settings, 2),
                          () -> trigger.apply(MadeUpFaces.photo(3, 40, 40), eyes, settings, 3)));
                }),
            new Check(
                "it takes every value that its parameters allow, or says why not",
                () -> {
                  for (Settings one : Expect.extremes(trigger.descriptor(), given)) {
                    at(one, () -> apply(trigger, photo, eyes, one, 1));
                  }
                }),
            new Check(
                "preparing it ends within a second once it is cancelled",
                () ->
                    Expect.endsWhenCancelled(
                        progress -> trigger.prepare(settings(trigger, given), 1, progress))),
            new Check(
                "its memory does not grow",
                () -> {
                  Settings settings = settings(trigger, given);
                  Expect.steadyMemory(() -> trigger.apply(photo, eyes, settings, 1));
                })));
  }

  private static Settings settings(Trigger trigger, Map<String, ?> given) {
    return Settings.of(trigger.descriptor(), given);
  }

  private static Image apply(
      Trigger trigger, Image photo, Optional<Eyes> eyes, Settings settings, long seed)
      throws IOException {
    return Expect.image(trigger.apply(photo, eyes, settings, seed), "apply", photo, photo.planes());
  }

  /** Says with which settings something went wrong. */
  static void at(Settings settings, Expect.Call call) throws Exception {
    try {
      Expect.refused(call);
    } catch (AssertionError | RuntimeException e) {
      String values = settings.toString();
      throw new AssertionError(
          "with "
              + (values.length() > 200 ? values.substring(0, 200) + " …" : values)
              + ": "
              + (e instanceof AssertionError ? e.getMessage() : e.toString()),
          e);
    }
  }
}
