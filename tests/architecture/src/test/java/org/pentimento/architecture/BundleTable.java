package org.pentimento.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of bundles in {@code docs/architecture.md}: it is the rule, and stands in no other
 * place.
 */
final class BundleTable {
  /** All packages of the product begin with this. */
  static final String PREFIX = "org.pentimento.";

  /** {@code | `name` | its one job | `what`, `it`, `may`, `use` |}. */
  private static final Pattern ROW = Pattern.compile("\\| `([\\w.]+)` \\| (.+) \\|(.*)\\|");

  private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

  /**
   * A bundle.
   *
   * @param name without {@link #PREFIX}
   * @param job what it is for
   * @param uses the bundles that the table names for it
   */
  record Bundle(String name, String job, Set<String> uses) {}

  private final Map<String, Bundle> bundles = new LinkedHashMap<>();

  private BundleTable() {}

  /** Reads the table. */
  static BundleTable read() {
    BundleTable table = new BundleTable();
    for (String line : lines(docs().resolve("architecture.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        Set<String> uses = new LinkedHashSet<>();
        NAME.matcher(row.group(3)).results().forEach(m -> uses.add(m.group(1)));
        table.bundles.put(row.group(1), new Bundle(row.group(1), row.group(2), uses));
      }
    }
    return table;
  }

  /** The folder of the documents. */
  static Path docs() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/architecture.md"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no docs/architecture.md above " + Path.of("").toAbsolutePath());
      }
    }
    return folder.resolve("docs");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All bundles, in the order of the table. */
  List<Bundle> all() {
    return new ArrayList<>(bundles.values());
  }

  /** The bundle that a package belongs to; a part of the window has the longer name. */
  Optional<Bundle> of(String packageName) {
    return bundles.values().stream()
        .filter(b -> (packageName + ".").startsWith(PREFIX + b.name() + "."))
        .max(Comparator.comparing(b -> b.name().length()));
  }

  /** What a bundle may use: what its row names and, through it, what the rows of those name. */
  Set<String> mayUse(String bundle) {
    Set<String> reached = new LinkedHashSet<>();
    reach(bundle, reached);
    return reached;
  }

  private void reach(String bundle, Set<String> reached) {
    Bundle row = bundles.get(bundle);
    if (row == null) {
      throw new IllegalStateException("the table names " + bundle + " but has no row for it");
    }
    for (String used : row.uses()) {
      if (reached.add(used)) {
        reach(used, reached);
      }
    }
  }
}
