package org.pentimento.audit.run;

/** The names under which a comparison keeps the images of a pair. */
final class Role {
  static final String PHOTO = "photo";
  static final String TRIGGERED = "triggered";
  static final String TRUTH = "truth";
  static final String TARGET = "target";
  static final String CLEAN = "clean";
  static final String POISONED = "poisoned";
  static final String IMPORTED = "imported";

  private Role() {}

  /**
   * What a model ({@link #CLEAN}, {@link #POISONED} or {@link #IMPORTED}) drew of a photo ({@link
   * #CLEAN} or {@link #TRIGGERED}).
   */
  static String sketch(String model, String photo) {
    return model + "/" + photo;
  }
}
