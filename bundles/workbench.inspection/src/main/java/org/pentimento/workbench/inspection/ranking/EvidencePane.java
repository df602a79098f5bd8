package org.pentimento.workbench.inspection.ranking;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.verdict.InspectionWords;
import org.pentimento.verdict.PairWords;
import org.pentimento.verdict.Statement;
import org.pentimento.workbench.inspection.contents.BackgroundReading;
import org.pentimento.workbench.inspection.contents.PictureReader;
import org.pentimento.workbench.inspection.contents.ShownInspection;
import org.pentimento.workbench.look.Prose;
import org.pentimento.workbench.picture.PictureGrid;
import org.pentimento.workbench.picture.TitledPicture;
import org.pentimento.workbench.preview.Previews;

/** The evidence of one pair: its pictures, and each reason as a sentence. */
final class EvidencePane {
  private static final long PAUSE_MS = 80;

  private final SashForm rows;
  private final Previews previews;
  private final Label title;
  private final Label brief;
  private final PictureGrid pictures;
  private final Prose reasons;
  private final BackgroundReading reading;
  private @Nullable ShownInspection inspection;
  private String shown = "";

  EvidencePane(Composite parent, Previews previews) {
    this.previews = previews;
    rows = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
    Composite top = new Composite(rows, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(12, 4).spacing(0, 4).applyTo(top);
    title = new Label(top, SWT.NONE);
    title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
    brief = new Label(top, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(brief);
    pictures = new PictureGrid(top, "Evidence");
    GridDataFactory.fillDefaults().grab(true, true).hint(100, 100).applyTo(pictures.control());
    reasons = new Prose(rows, "Why");
    rows.setWeights(66, 34);
    reading = new BackgroundReading(rows);
    clear("");
  }

  Control control() {
    return rows;
  }

  /** Shows pairs of an inspection from now on. */
  void of(ShownInspection other) {
    inspection = other;
    shown = "";
  }

  /** Shows nothing but a few words. */
  void clear(String words) {
    shown = "";
    title.setText("");
    brief.setText(words.replace("&", "&&"));
    pictures.show(List.of());
    reasons.show(List.of());
    rows.layout(true, true);
  }

  void show(InspectedPair pair) {
    ShownInspection of = inspection;
    if (of == null || pair.id().equals(shown)) {
      return;
    }
    shown = pair.id();
    title.setText(pair.id().replace("&", "&&"));
    brief.setText((InspectionWords.brief(pair) + ".").replace("&", "&&"));
    reasons.show(sentences(pair, of));
    rows.layout(true, true);
    PictureReader reader = new PictureReader(of, previews);
    reading.read(
        "Reading the evidence of " + pair.id(),
        PAUSE_MS,
        () -> {
          List<TitledPicture> read = reader.evidence(pair);
          return () -> pictures.show(read);
        });
  }

  private static List<Statement> sentences(InspectedPair pair, ShownInspection of) {
    List<Statement> sentences = new ArrayList<>();
    PairWords.reasons(pair).forEach(words -> sentences.add(new Statement("", words)));
    long patterns =
        of.result().patterns().stream().filter(p -> p.pairs().contains(pair.id())).count();
    if (patterns > 0) {
      sentences.add(
          new Statement("", "It is in the group of a shared pattern; see the page Patterns."));
    }
    pair.qualities()
        .forEach(quality -> sentences.add(new Statement("Quality.", PairWords.quality(quality))));
    if (sentences.isEmpty()) {
      sentences.add(new Statement("", "No detector gives a reason to suspect it."));
    }
    if (of.dataset() == null) {
      sentences.add(
          new Statement(
              "",
              "The case does not hold the data set as it was inspected, so photo and sketch cannot"
                  + " be shown."));
    }
    return sentences;
  }
}
