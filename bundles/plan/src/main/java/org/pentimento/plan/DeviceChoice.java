package org.pentimento.plan;

/** How plans, commands and preferences write where something is computed. */
public final class DeviceChoice {
  /** Leaves the choice open: a GPU that serves, or else the CPU. */
  public static final String AUTO = "auto";

  /** All that can be written, as a regular expression. */
  public static final String WRITTEN = "auto|cpu|cuda:\\d{1,3}";

  private DeviceChoice() {}

  /** What a person has set for everything that names no device of its own. */
  public static String preferred() {
    return System.getProperty("pentimento.device", AUTO);
  }
}
