package org.pentimento.workbench.help;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds words in the guide: in the page that is shown first, then in those that follow. */
final class GuideSearch {
  private GuideSearch() {}

  /**
   * Where a text stands.
   *
   * @param offset of it in the page's text
   */
  record Hit(GuideTopic topic, int offset) {}

  /**
   * The next place, small and capital letters alike; after the last page comes the first.
   *
   * @param words sought
   * @param topic page that is shown
   * @param from place in that page to look from
   */
  static Optional<Hit> next(String words, GuideTopic topic, int from) {
    String sought = words.strip().toLowerCase(Locale.ROOT);
    if (sought.isEmpty()) {
      return Optional.empty();
    }
    List<GuideTopic> all = List.of(GuideTopic.values());
    for (int i = 0; i <= all.size(); i++) {
      GuideTopic page = all.get((topic.ordinal() + i) % all.size());
      String text = GuidePage.of(page.text()).text().toLowerCase(Locale.ROOT);
      int at = text.indexOf(sought, i == 0 ? from : 0);
      if (at >= 0) {
        return Optional.of(new Hit(page, at));
      }
    }
    return Optional.empty();
  }
}
