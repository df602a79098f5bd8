package org.pentimento.workbench.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Facts about a thing, in sections. Facts without a value are left out. */
final class Facts {
  /** A fact. */
  record Fact(String label, String value) {}

  /** Facts that belong together. */
  record Section(String title, List<Fact> facts) {}

  private final List<Section> sections = new ArrayList<>();

  Facts section(String title) {
    sections.add(new Section(title, new ArrayList<>()));
    return this;
  }

  Facts add(String label, Object value) {
    String text = String.valueOf(value);
    if (!text.isBlank()) {
      sections.get(sections.size() - 1).facts().add(new Fact(label, text));
    }
    return this;
  }

  Facts addAll(Map<String, ?> values) {
    new TreeMap<>(values).forEach(this::add);
    return this;
  }

  List<Section> sections() {
    return sections.stream().filter(s -> !s.facts().isEmpty()).toList();
  }
}
