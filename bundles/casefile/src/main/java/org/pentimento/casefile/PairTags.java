package org.pentimento.casefile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pentimento.casefile.event.Tagged;
import org.pentimento.casefile.log.Entry;

/**
 * The tags that the pairs of data sets bear.
 *
 * @param ids of the pairs that bear a tag, by data set and tag; no set is empty
 */
public record PairTags(Map<String, Map<String, Set<String>>> ids) {
  /** No pair bears a tag. */
  public static final PairTags NONE = new PairTags(Map.of());

  /** The tags after a log, or after the beginning of one. */
  public static PairTags of(List<Entry> entries) {
    List<Tagged> events = new ArrayList<>();
    entries.stream()
        .filter(entry -> entry.action().equals(Tagged.ACTION))
        .forEach(entry -> entry.as(Tagged.class).ifPresent(events::add));
    Map<String, Map<String, Set<String>>> ids = new HashMap<>();
    for (Tagged event : events) {
      Map<String, Set<String>> tags = ids.computeIfAbsent(event.dataset(), d -> new TreeMap<>());
      Set<String> pairs = tags.computeIfAbsent(event.tag(), t -> new TreeSet<>());
      if (event.set()) {
        pairs.addAll(event.pairs());
      } else {
        pairs.removeAll(Set.copyOf(event.pairs()));
      }
      if (pairs.isEmpty()) {
        tags.remove(event.tag());
      }
    }
    return new PairTags(Collections.unmodifiableMap(ids));
  }

  /** Ids of the pairs of a data set by tag, tags and ids in order of letters. */
  public Map<String, Set<String>> of(String dataset) {
    return Collections.unmodifiableMap(ids.getOrDefault(dataset, Map.of()));
  }
}
