package org.pentimento.workbench.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.ui.PlatformUI;

/** The pages of the guide, with the views and editors that each explains. */
enum GuideTopic {
  CONTENTS("Contents"),
  FIRST_AUDIT("Your first audit", "org.pentimento.workbench.firstAudit"),
  CASES("Cases", "org.pentimento.workbench.explorer"),
  DATA_SETS("Data sets", "org.pentimento.workbench.dataset"),
  INSPECTIONS("Inspections", "org.pentimento.workbench.inspection"),
  PLANS("Plans", "org.pentimento.workbench.plan"),
  RUNS("Runs and their results", "org.pentimento.workbench.run"),
  BACKGROUND("What is going on", "org.eclipse.ui.views.ProgressView"),
  CUSTODY("The custody log", "org.pentimento.workbench.custody"),
  EXTENSIONS("Extensions", "org.pentimento.workbench.extensions"),
  PROBLEMS("When something goes wrong", "org.eclipse.pde.runtime.LogView"),
  KEYS("Keyboard"),
  WORDS("Words");

  /** Stands in the page of the keys where what is bound now is listed. */
  private static final String BOUND = "(what is bound)\n";

  private final String title;
  private final List<String> parts;

  GuideTopic(String title, String... parts) {
    this.title = title;
    this.parts = List.of(parts);
  }

  String title() {
    return title;
  }

  /** The word that links use for the page. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The page of that word. */
  static Optional<GuideTopic> of(String word) {
    return Stream.of(values()).filter(t -> t.word().equals(word)).findFirst();
  }

  /** The page that explains a view or an editor, by the beginning of its id. */
  static GuideTopic ofPart(String id) {
    return Stream.of(values())
        .filter(t -> t.parts.stream().anyMatch(id::startsWith))
        .findFirst()
        .orElse(CONTENTS);
  }

  /**
   * The page, in the Markdown of {@link GuidePage}. That of the keys lists what is bound now, so it
   * is to be asked for in the display's thread.
   */
  String text() {
    String file = word() + ".md";
    try (InputStream in = GuideTopic.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the product");
      }
      String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return this == KEYS
          ? page.replace(
              BOUND, PlatformUI.isWorkbenchRunning() ? KeyList.markdown(KeyList.now()) : "")
          : page;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
