package org.pentimento.workbench.run;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.e4.ui.css.swt.CSSSWTConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.RunRecord;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.workbench.input.CaseInput;

/** The page of a run. Says in words when there is nothing (yet) to show. */
final class RunPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withZone(ZoneId.systemDefault());

  private final CaseInput input;
  private final Composite page;
  private final Label facts;
  private @Nullable Body body;

  RunPage(Composite parent, CaseInput input) {
    this.input = input;
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(12, 10).spacing(12, 6).numColumns(2).applyTo(page);
    Label title = new Label(page, SWT.NONE);
    title.setFont(JFaceResources.getHeaderFont());
    title.setText(input.name().replace("&", "&&"));
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(title);
    facts = new Label(page, SWT.WRAP);
    facts.setText("Being read …");
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .align(SWT.FILL, SWT.CENTER)
        .hint(200, SWT.DEFAULT)
        .applyTo(facts);
  }

  boolean isDisposed() {
    return page.isDisposed();
  }

  void setFocus() {
    if (body != null) {
      body.setFocus();
    } else {
      page.setFocus();
    }
  }

  /** Says something in place of figures. */
  void tell(String message) {
    facts.setText(message.replace("&", "&&"));
    page.layout();
  }

  void show(RunContents contents) {
    RunRecord run = contents.record();
    RunResult result = contents.result();
    if (result == null) {
      String why = run.message().isEmpty() ? "" : " " + run.message();
      tell("This run has no result: it is " + state(run) + "." + why);
      return;
    }
    tell(facts(run, result));
    facts.setToolTipText("Started " + TIME.format(run.started()));
    List<Comparison> comparisons = result.comparisons();
    if (comparisons.isEmpty()) {
      return;
    }
    if (comparisons.size() > 1) {
      Combo combo = new Combo(page, SWT.READ_ONLY);
      combo.setToolTipText("Generator, attack and seed to show");
      comparisons.forEach(c -> combo.add(name(c)));
      combo.select(0);
      combo.addSelectionListener(
          SelectionListener.widgetSelectedAdapter(
              e -> {
                if (body != null) {
                  body.show(comparisons.get(combo.getSelectionIndex()));
                }
              }));
    } else {
      GridDataFactory.createFrom((org.eclipse.swt.layout.GridData) facts.getLayoutData())
          .span(2, 1)
          .applyTo(facts);
    }
    body = new Body(page, input);
    body.show(comparisons.get(0));
    page.layout(true, true);
  }

  private static String state(RunRecord run) {
    return run.state().name().toLowerCase(Locale.ROOT);
  }

  private static String facts(RunRecord run, RunResult result) {
    RunResult.DataUsed data = result.data();
    String took =
        run.ended() == null ? "" : " in " + words(Duration.between(run.started(), run.ended()));
    return "%s: %d training and %d test pairs, %d × %d pixels. %s%s."
        .formatted(
            data.dataset(),
            data.train().size(),
            data.test().size(),
            data.width(),
            data.height(),
            capital(state(run)),
            took);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String words(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 120
        ? seconds + " s"
        : seconds < 7200
            ? seconds / 60 + " min " + seconds % 60 + " s"
            : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  private static String name(Comparison comparison) {
    String attack =
        comparison.attack() == null ? "no attack" : comparison.attack().trigger().name();
    return comparison.generator().name() + ", " + attack + ", seed " + comparison.seed();
  }

  /** What is shown of one comparison. */
  private static final class Body {
    private final StyledText conclusions;
    private final SummaryTable table;
    private final PictureStrip strip;

    Body(Composite page, CaseInput input) {
      SashForm rows = new SashForm(page, SWT.VERTICAL | SWT.SMOOTH);
      GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(rows);
      SashForm top = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
      conclusions = new StyledText(top, SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL | SWT.MULTI);
      conclusions.setMargins(4, 4, 8, 4);
      conclusions.setLineSpacing(2);
      conclusions.setWrapIndent(14);
      conclusions.setAlwaysShowScrollBars(false);
      conclusions.setCaret(null);
      conclusions.setData(CSSSWTConstants.CSS_ID_KEY, "PentimentoProse");
      conclusions.setToolTipText("What follows from the figures");
      table = new SummaryTable(top);
      top.setWeights(32, 68);
      strip = new PictureStrip(rows, new Pictures(input.caseFolder(), rows.getDisplay()));
      rows.setWeights(45, 55);
    }

    void show(Comparison comparison) {
      conclusions.setText(
          comparison.conclusions().stream().map(c -> "•  " + c).collect(Collectors.joining("\n")));
      table.show(comparison.summaries());
      strip.show(comparison.images());
    }

    void setFocus() {
      table.setFocus();
    }
  }
}
