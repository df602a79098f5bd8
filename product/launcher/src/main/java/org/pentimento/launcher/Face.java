package org.pentimento.launcher;

import java.util.Locale;

/** What the product can show itself as; each has bundles of its own. */
enum Face {
  /** The commands, and the jobs that other faces start. */
  HEADLESS,
  /** The window. */
  WINDOW;

  /**
   * The face for arguments: the window when nothing is asked for and there is a display.
   *
   * @param args of the product
   * @param display whether there is one
   */
  static Face of(String[] args, boolean display) {
    return args.length == 0 && display ? WINDOW : HEADLESS;
  }

  /** Whether this process could open a window. */
  static boolean display() {
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }

  /** The word for it: name of its folder of bundles and of its service. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
