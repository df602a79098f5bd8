package org.pentimento.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which bundles of other people a process loads. Only processes that serve another one load any:
 * what they do wrong is seen by their parent. The commands load none, so that nothing in them can
 * end a command with success or change what it says; the window loads {@link WindowParts} alone.
 *
 * @param added bundles beside those of the product
 * @param started those of them that are started; the others are there to be used by them
 */
record Load(List<Path> added, List<Path> started) {
  static final Load NOTHING = new Load(List.of(), List.of());

  /** What a process of some arguments loads. */
  enum Wish {
    /** Nothing. */
    NOTHING,
    /** What may be loaded. */
    LISTED,
    /** What its arguments name. */
    GIVEN;

    static Wish of(String[] args) {
      if (args.length == 0) {
        return NOTHING;
      }
      return switch (args[0]) {
        case "--job", "--preview" -> LISTED;
        case "--describe", "--confined" -> GIVEN;
        default -> NOTHING;
      };
    }
  }

  /** All of these, started. */
  static Load all(List<Path> bundles) {
    return new Load(bundles, bundles);
  }

  /**
   * What the arguments of a process name that is to ask bundles what is in them: {@code --describe
   * ANSWER STARTED… -- USED…}, or that is to let them work locked in.
   */
  static Load given(String[] args) {
    List<Path> started = new ArrayList<>();
    List<Path> added = new ArrayList<>();
    boolean starting = true;
    for (int i = 2; i < args.length; i++) {
      if (args[i].equals("--")) {
        starting = false;
        continue;
      }
      added.add(Path.of(args[i]));
      if (starting) {
        started.add(Path.of(args[i]));
      }
    }
    return new Load(added, started);
  }
}
