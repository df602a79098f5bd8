package org.pentimento.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.casefile.event.Named;
import org.pentimento.casefile.event.Named.Kind;
import org.pentimento.casefile.event.Named.Thing;
import org.pentimento.casefile.log.Entry;

/**
 * The names that persons gave things of a case to be shown by.
 *
 * @param names by thing; a thing that is shown by its recorded name is not in it
 */
public record DisplayNames(Map<Thing, String> names) {
  /** Every thing is shown by its recorded name. */
  public static final DisplayNames NONE = new DisplayNames(Map.of());

  /** Keeps a copy. */
  public DisplayNames {
    names = Map.copyOf(names);
  }

  /** The names after a log. */
  public static DisplayNames of(List<Entry> entries) {
    List<Named> given = new ArrayList<>();
    entries.stream()
        .filter(entry -> entry.action().equals(Named.ACTION))
        .forEach(entry -> entry.as(Named.class).ifPresent(given::add));
    Map<Thing, String> names = new HashMap<>();
    for (Named named : given) {
      if (named.name().isBlank()) {
        names.remove(named.thing());
      } else {
        names.put(named.thing(), named.name().replaceAll("\\p{Cntrl}", " "));
      }
    }
    return new DisplayNames(names);
  }

  /** What a thing is shown by. */
  public String shown(Kind kind, String id, String recorded) {
    return names.getOrDefault(new Thing(kind, id), recorded);
  }

  /** What a thing is shown by, with the recorded name beside it if that is another. */
  public String both(Kind kind, String id, String recorded) {
    String shown = shown(kind, id, recorded);
    return shown.equals(recorded) ? recorded : shown + " (recorded as “" + recorded + "”)";
  }
}
