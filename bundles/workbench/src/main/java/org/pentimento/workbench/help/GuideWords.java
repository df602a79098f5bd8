package org.pentimento.workbench.help;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;

/** The words of the guide, found by the head of a table's column. */
public final class GuideWords {
  private static final class Words {
    static final GuidePage PAGE = GuidePage.of(GuideTopic.WORDS.text());
  }

  private GuideWords() {}

  /** Whether the guide has a word for a column's head. */
  public static boolean explains(String head) {
    return term(head).isPresent();
  }

  /** What the guide says of a column's head, for F1; empty if nothing. */
  public static String help(String head) {
    return term(head)
        .map(
            term -> {
              String text = Words.PAGE.text();
              int from = text.lastIndexOf('\n', term.start()) + 1;
              int to = text.indexOf('\n', term.start());
              return "# " + head + "\n" + text.substring(from, to < 0 ? text.length() : to);
            })
        .orElse("");
  }

  /** Shows the word for a column's head in the Help view. In the display's thread. */
  public static void show(String head) {
    IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    try {
      HelpView view = (HelpView) page.showView(HelpView.ID);
      term(head).ifPresent(term -> view.show(GuideTopic.WORDS, term.start(), term.length()));
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
    }
  }

  /** The term that is the head, or the longest that stands in it. */
  static Optional<GuidePage.Span> term(String head) {
    String sought = head.strip().toLowerCase(Locale.ROOT);
    if (sought.isEmpty()) {
      return Optional.empty();
    }
    List<GuidePage.Span> terms =
        Words.PAGE.spans().stream().filter(s -> s.look() == GuidePage.Look.BOLD).toList();
    return terms.stream()
        .filter(term -> word(term).equals(sought))
        .findFirst()
        .or(
            () ->
                terms.stream()
                    .filter(term -> holds(sought, word(term)))
                    .max(Comparator.comparingInt(GuidePage.Span::length)));
  }

  private static String word(GuidePage.Span term) {
    return Words.PAGE
        .text()
        .substring(term.start(), term.start() + term.length())
        .toLowerCase(Locale.ROOT);
  }

  private static boolean holds(String head, String word) {
    return Pattern.compile("(?<!\\p{L})" + Pattern.quote(word) + "(?!\\p{L})").matcher(head).find();
  }
}
