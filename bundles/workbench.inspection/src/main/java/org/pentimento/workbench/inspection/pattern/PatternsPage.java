package org.pentimento.workbench.inspection.pattern;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.verdict.InspectionWords;
import org.pentimento.verdict.PatternWords;
import org.pentimento.verdict.Statement;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.form.ChoiceBar;
import org.pentimento.workbench.inspection.contents.BackgroundReading;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.PictureReader;
import org.pentimento.workbench.inspection.contents.ShownInspection;
import org.pentimento.workbench.look.Prose;
import org.pentimento.workbench.picture.PictureGrid;
import org.pentimento.workbench.picture.TitledPicture;
import org.pentimento.workbench.preview.Previews;

/** What groups of photos share: what it looks like, where it is, and which triggers make it. */
public final class PatternsPage implements InspectionPage<ShownInspection> {
  /** Who carries out what a person wants. */
  public interface Client {
    /** A plan is wanted, as YAML. */
    void planned(DatasetRecord dataset, Descriptor trigger, Map<String, String> settings);

    /** The pairs of a pattern are to be listed. */
    void listed(int pattern);
  }

  private final Previews previews;
  private final Composite page;
  private final StackLayout stack = new StackLayout();
  private final Composite patterns;
  private final Prose nothing;
  private final Combo choice;
  private final PictureGrid pictures;
  private final Prose words;
  private final TriggerTrial trial;
  private final BackgroundReading reading;
  private @Nullable ShownInspection inspection;

  /** Makes an empty page. */
  public PatternsPage(Composite parent, Descriptors descriptors, Previews previews, Client client) {
    this.previews = previews;
    page = new Composite(parent, SWT.NONE);
    page.setLayout(stack);
    nothing = new Prose(page, "No pattern");
    patterns = new Composite(page, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(patterns);
    Composite bar = ChoiceBar.bar(patterns, 12, 6);
    choice = ChoiceBar.labelled(bar, "&Pattern:", "Which of the patterns is shown");
    choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> choose()));
    button(bar, "&List Its Pairs", "Lists the pairs whose photos carry the pattern")
        .addSelectionListener(
            SelectionListener.widgetSelectedAdapter(
                e -> client.listed(Math.max(0, choice.getSelectionIndex()))));
    button(bar, "E&xport Pattern …", "Writes the pattern as PNG, with the settings of the triggers")
        .addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> export()));
    SashForm sides = new SashForm(patterns, SWT.HORIZONTAL | SWT.SMOOTH);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sides);
    SashForm left = new SashForm(sides, SWT.VERTICAL | SWT.SMOOTH);
    Composite top = new Composite(left, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(12, 4).applyTo(top);
    pictures = new PictureGrid(top, "The pattern");
    GridDataFactory.fillDefaults().grab(true, true).hint(100, 100).applyTo(pictures.control());
    words = new Prose(left, "What it is");
    left.setWeights(58, 42);
    trial = new TriggerTrial(sides, descriptors, previews, client::planned);
    sides.setWeights(50, 50);
    trial.claimWidth(sides);
    reading = new BackgroundReading(page);
    Runnable installed =
        () -> {
          if (!page.isDisposed()) {
            page.getDisplay().asyncExec(this::chooseAgain);
          }
        };
    descriptors.addListener(installed);
    page.addDisposeListener(e -> descriptors.removeListener(installed));
  }

  private static Button button(Composite bar, String text, String tip) {
    Button button = new Button(bar, SWT.PUSH);
    button.setText(text);
    button.setToolTipText(tip);
    return button;
  }

  private void chooseAgain() {
    if (!page.isDisposed()) {
      choose();
    }
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public void show(ShownInspection now) {
    inspection = now;
    InspectionResult result = now.result();
    if (result.patterns().isEmpty()) {
      List<Statement> said = new ArrayList<>();
      said.add(
          new Statement("", "No group of photos shares a pattern that the other photos lack."));
      InspectionWords.worth(result).forEach(w -> said.add(new Statement("", w)));
      nothing.show(said);
      stack.topControl = nothing.control();
    } else {
      stack.topControl = patterns;
      choice.setItems(result.patterns().stream().map(PatternWords::title).toArray(String[]::new));
      choice.select(0);
      choice.setEnabled(result.patterns().size() > 1);
      ChoiceBar.fit(choice);
      choose();
    }
    page.layout();
  }

  private void choose() {
    ShownInspection of = inspection;
    PatternFound pattern = pattern();
    if (of == null || pattern == null) {
      return;
    }
    words.show(
        PatternWords.sentences(pattern, of.result()).stream()
            .map(w -> new Statement("", w))
            .toList());
    Set<String> unfit = new HashSet<>(pattern.pairs());
    of.result().flagged().stream().map(InspectedPair::id).forEach(unfit::add);
    trial.show(
        new TrialGround(of, of.result().data().width(), of.result().data().height(), unfit),
        pattern);
    PictureReader reader = new PictureReader(of, previews);
    reading.read(
        "Reading a pattern",
        0,
        () -> {
          List<TitledPicture> read = new ArrayList<>();
          read.add(new TitledPicture("What they share", reader.stored(pattern.image())));
          read.add(new TitledPicture("Where it is", reader.stored(pattern.mask())));
          pattern.pairs().stream()
              .findFirst()
              .flatMap(p -> reader.photoAndSketch(p, pattern.place()).stream().findFirst())
              .map(p -> new TitledPicture("A photo with it", p.data(), p.place()))
              .ifPresent(read::add);
          return () -> pictures.show(read);
        });
  }

  private @Nullable PatternFound pattern() {
    ShownInspection of = inspection;
    int index = Math.max(0, choice.getSelectionIndex());
    return of == null || index >= of.result().patterns().size()
        ? null
        : of.result().patterns().get(index);
  }

  private void export() {
    ShownInspection of = inspection;
    PatternFound pattern = pattern();
    if (of == null || pattern == null) {
      return;
    }
    PatternExport.ask(
        page.getShell(),
        PatternWords.sentences(pattern, of.result()),
        pattern,
        new PictureReader(of, previews));
  }

  @Override
  public void setFocus() {
    if (stack.topControl == patterns) {
      choice.setFocus();
    } else {
      nothing.setFocus();
    }
  }
}
