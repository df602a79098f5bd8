package org.pentimento.workbench.run.summary;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which columns a person wants to see, remembered from one run and one start to the next. A column
 * about which nothing was said is shown if it usually is.
 */
final class ChosenColumns {
  private static final Logger LOG = LoggerFactory.getLogger(ChosenColumns.class);
  private static final String NODE = "org.pentimento.workbench.run";
  private static final String WANTED = "summaryColumnsWanted";
  private static final String UNWANTED = "summaryColumnsUnwanted";

  private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);

  List<RunColumn> of(List<RunColumn> all) {
    Set<String> wanted = read(WANTED);
    Set<String> unwanted = read(UNWANTED);
    List<RunColumn> chosen =
        all.stream()
            .filter(c -> wanted.contains(c.id()) || (c.usual() && !unwanted.contains(c.id())))
            .toList();
    return chosen.isEmpty() ? all.subList(0, 1) : chosen;
  }

  /** Remembers a choice; what was chosen of columns that this run has not stays as it is. */
  void choose(List<RunColumn> all, Collection<RunColumn> chosen) {
    Set<String> wanted = read(WANTED);
    Set<String> unwanted = read(UNWANTED);
    for (RunColumn column : all) {
      wanted.remove(column.id());
      unwanted.remove(column.id());
      if (chosen.contains(column) && !column.usual()) {
        wanted.add(column.id());
      } else if (!chosen.contains(column) && column.usual()) {
        unwanted.add(column.id());
      }
    }
    node.put(WANTED, wanted.stream().collect(Collectors.joining("\n")));
    node.put(UNWANTED, unwanted.stream().collect(Collectors.joining("\n")));
    try {
      node.flush();
    } catch (BackingStoreException e) {
      LOG.warn("The chosen columns cannot be remembered", e);
    }
  }

  private Set<String> read(String key) {
    return Arrays.stream(node.get(key, "").split("\n"))
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
