package org.pentimento.workbench.inspection.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.extension.Descriptor.Need;
import org.pentimento.api.extension.Kind;
import org.pentimento.protocol.Job.ChosenDetector;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.protocol.catalogue.InstalledExtension.DetectorFacts;
import org.pentimento.workbench.form.ParameterForm;
import org.pentimento.workbench.form.ScrolledForm;
import org.pentimento.workbench.form.SettingValues;

/** Which of the installed detectors are asked, what each of them says of itself, its settings. */
final class DetectorChoice {
  private final SashForm sides;
  private final Table table;
  private final Label title;
  private final Label about;
  private final ScrolledForm scrolled;
  private final ParameterForm form;
  private final Kind kind;
  private final int pairs;
  private final Runnable changed;
  private final List<Offered> offered = new ArrayList<>();
  private boolean waiting = true;

  private record Offered(InstalledExtension detector, SettingValues settings) {}

  /**
   * Nothing to choose from yet.
   *
   * @param kind of the detectors
   * @param pairs how many there are to look at, 0 if that is not known
   * @param changed called when a person chooses or sets something
   */
  DetectorChoice(Composite parent, Kind kind, int pairs, Runnable changed) {
    this.kind = kind;
    this.pairs = pairs;
    this.changed = changed;
    sides = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
    table = new Table(sides, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
    table
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = "Detectors"));
    table.addListener(SWT.Selection, this::selected);
    Composite right = new Composite(sides, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(8, 0).spacing(0, 6).applyTo(right);
    title = new Label(right, SWT.NONE);
    title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
    about = new Label(right, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(about);
    scrolled = new ScrolledForm(right);
    GridDataFactory.fillDefaults().grab(true, true).hint(200, 120).applyTo(scrolled.control());
    GridLayoutFactory.fillDefaults().applyTo(scrolled.content());
    form = new ParameterForm(scrolled.content());
    sides.setWeights(38, 62);
  }

  Control control() {
    return sides;
  }

  /** Offers what is installed; all of it is chosen. */
  void offer(ExtensionCatalogue known) {
    waiting = known.extensions().isEmpty();
    offered.clear();
    table.removeAll();
    for (InstalledExtension one : known.of(kind)) {
      offered.add(new Offered(one, new SettingValues(one.descriptor(), this::set)));
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(one.name());
      item.setChecked(true);
    }
    if (offered.isEmpty()) {
      title.setText("");
      about.setText(
          waiting
              ? "The installed extensions are being listed …"
              : "No such detector is installed. Put the bundle of one into dropins/, or"
                  + " enable one in the view Extensions.");
    } else {
      table.select(0);
      show(offered.get(0));
    }
    changed.run();
  }

  private void selected(Event event) {
    int index = event.item instanceof TableItem item ? table.indexOf(item) : -1;
    if (index >= 0) {
      table.setSelection(index);
      show(offered.get(index));
    }
    changed.run();
  }

  private void set() {
    form.mark();
    changed.run();
  }

  private void show(Offered one) {
    title.setText(one.detector().name().replace("&", "&&"));
    about.setText(words(one.detector()).replace("&", "&&"));
    form.show(one.settings());
    if (form.isEmpty()) {
      form.addProse("It has nothing to set.");
    }
    form.mark();
    sides.layout(true, true);
    scrolled.fit();
  }

  private String words(InstalledExtension detector) {
    DetectorFacts facts = detector.detector();
    if (facts == null) {
      return detector.descriptor().summary();
    }
    LooksAt at = facts.looksAt();
    String looks = at == null ? needs(detector) : words(at);
    String few =
        pairs > 0 && pairs < facts.leastPairs()
            ? " It needs " + facts.leastPairs() + " pairs and will say nothing here."
            : "";
    return detector.descriptor().summary()
        + " "
        + looks
        + few
        + (facts.blindTo().isBlank() ? "" : "\nBlind to: " + facts.blindTo());
  }

  private static String words(LooksAt at) {
    return switch (at) {
      case QUALITY -> "Looks for what is odd for an honest reason; that is never called poison.";
      case SKETCHES -> "Looks for sketches that are not what their photos let expect.";
      case PHOTOS -> "Looks for what a group of photos shares and the others do not have.";
    };
  }

  private static String needs(InstalledExtension detector) {
    return detector.descriptor().needs().contains(Need.INPUT_GRADIENT)
        ? "It needs a model that tells gradients for its photos; into others it cannot look."
        : "It looks at sketches alone, so that it serves models of any kind.";
  }

  /** Whether it is not known yet what is installed. */
  boolean isWaiting() {
    return waiting;
  }

  /** Whether every detector is chosen, with its defaults. */
  boolean isUsual() {
    List<ChosenDetector> chosen = chosen();
    return chosen.size() == offered.size() && chosen.stream().allMatch(d -> d.settings().isEmpty());
  }

  /** Those that are chosen, with what differs from their defaults. */
  List<ChosenDetector> chosen() {
    List<ChosenDetector> chosen = new ArrayList<>();
    for (int i = 0; i < offered.size(); i++) {
      if (table.getItem(i).getChecked()) {
        Offered one = offered.get(i);
        chosen.add(new ChosenDetector(one.detector().id(), one.settings().different()));
      }
    }
    return chosen;
  }

  /** What is wrong with the choice, as a sentence; null if nothing is. */
  @Nullable String problem() {
    if (offered.isEmpty()) {
      return "There is no detector to ask.";
    }
    if (chosen().isEmpty()) {
      return "Choose at least one detector.";
    }
    for (int i = 0; i < offered.size(); i++) {
      Offered one = offered.get(i);
      if (table.getItem(i).getChecked()) {
        Optional<String> wrong =
            one.settings().parameters().stream()
                .flatMap(p -> one.settings().problem(p.id()).stream())
                .findFirst();
        if (wrong.isPresent()) {
          return one.detector().name() + ": " + wrong.get();
        }
      }
    }
    return null;
  }
}
