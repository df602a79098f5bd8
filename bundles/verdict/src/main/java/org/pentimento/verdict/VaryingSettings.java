package org.pentimento.verdict;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pentimento.casefile.result.ExtensionUse;

/** Names extensions by what tells them apart: the settings in which they differ. */
public final class VaryingSettings {
  private final Map<String, Set<String>> varying = new HashMap<>();

  /** What tells these uses apart, extension by extension. */
  public VaryingSettings(List<ExtensionUse> uses) {
    Map<String, Map<String, Object>> first = new LinkedHashMap<>();
    for (ExtensionUse use : uses) {
      Map<String, Object> settings = first.computeIfAbsent(use.id(), id -> use.settings());
      Set<String> keys = new TreeSet<>(settings.keySet());
      keys.addAll(use.settings().keySet());
      keys.removeIf(key -> Objects.equals(settings.get(key), use.settings().get(key)));
      varying.computeIfAbsent(use.id(), id -> new TreeSet<>()).addAll(keys);
    }
  }

  /** Such as {@code Sinusoidal}, or {@code Sinusoidal, amplitude 0.1} where that varies. */
  public String name(ExtensionUse use) {
    StringBuilder name = new StringBuilder(use.name());
    Map<String, Object> settings = new TreeMap<>(use.settings());
    settings.keySet().retainAll(varying.getOrDefault(use.id(), Set.of()));
    settings.forEach((key, value) -> name.append(", ").append(key).append(' ').append(value));
    return name.toString();
  }
}
