package org.pentimento.workbench.exchange.exporting;

import java.util.List;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Kind;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.form.ParameterForm;
import org.pentimento.workbench.form.SettingValues;

/** The options of a poisoned copy: data set, trigger, strategy, rate and seed. */
final class CopyPart implements OptionsPage.Part {
  private final Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
  private final ScrolledComposite scrolled;
  private final Composite box;
  private final Combo dataset;
  private final Choice trigger;
  private final Choice strategy;
  private final Spinner rate;
  private final Spinner seed;
  private final Runnable changed;
  private OpenCase.@Nullable Read shown;

  /** An extension of one kind with its settings. */
  private final class Choice {
    private final Kind kind;
    private final Combo combo;
    private final ParameterForm form;
    private List<InstalledExtension> offered = List.of();
    private @Nullable SettingValues values;

    Choice(String title, Kind kind) {
      this.kind = kind;
      new Label(box, SWT.NONE).setText(title);
      combo = new Combo(box, SWT.READ_ONLY);
      GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
      new Label(box, SWT.NONE);
      form = new ParameterForm(box);
      combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> follow()));
      offer();
    }

    /** Offers what is installed. */
    void offer() {
      List<InstalledExtension> installed = descriptors.known().of(kind);
      if (!installed.equals(offered)) {
        offered = installed;
        combo.removeAll();
        offered.forEach(e -> combo.add(e.name()));
        combo.select(0);
        follow();
      }
    }

    private void follow() {
      InstalledExtension chosen = chosen();
      if (chosen != null) {
        combo.setToolTipText(chosen.descriptor().summary());
        values = new SettingValues(chosen.descriptor(), changed);
        form.show(values);
      }
      fit();
      changed.run();
    }

    private @Nullable InstalledExtension chosen() {
      int index = combo.getSelectionIndex();
      return index < 0 || index >= offered.size() ? null : offered.get(index);
    }

    String id() {
      InstalledExtension chosen = chosen();
      return chosen == null ? "" : chosen.id();
    }

    Map<String, String> settings() {
      return values == null ? Map.of() : values.all();
    }

    @Nullable String problem() {
      if (chosen() != null) {
        return form.problem().orElse(null);
      } else if (!descriptors.problem().isEmpty()) {
        return descriptors.problem();
      }
      return descriptors.known().extensions().isEmpty()
          ? "The extensions are being listed …"
          : "No " + kind.word().replace('-', ' ') + " is installed.";
    }
  }

  CopyPart(Composite parent, Runnable changed) {
    this.changed = changed;
    scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
    scrolled.setExpandHorizontal(true);
    scrolled.setExpandVertical(true);
    box = new Composite(scrolled, SWT.NONE);
    scrolled.setContent(box);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).applyTo(box);
    new Label(box, SWT.NONE).setText("&Data set:");
    dataset = new Combo(box, SWT.READ_ONLY);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(dataset);
    trigger = new Choice("&Trigger:", Kind.TRIGGER);
    strategy = new Choice("&Strategy:", Kind.POISONING_STRATEGY);
    new Label(box, SWT.NONE).setText("&Rate in %:");
    rate = new Spinner(box, SWT.BORDER);
    rate.setDigits(1);
    rate.setValues(100, 1, 1000, 1, 10, 50);
    rate.setToolTipText("Share of the training pairs that are poisoned");
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(rate);
    new Label(box, SWT.NONE).setText("S&eed:");
    seed = new Spinner(box, SWT.BORDER);
    seed.setValues(1, 0, Integer.MAX_VALUE, 0, 1, 10);
    seed.setToolTipText("The same seed poisons the same pairs");
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(seed);
    scrolled.addListener(SWT.Resize, e -> fit());
    Display display = box.getDisplay();
    Runnable told =
        () ->
            display.asyncExec(
                () -> {
                  if (!box.isDisposed()) {
                    trigger.offer();
                    strategy.offer();
                    changed.run();
                  }
                });
    descriptors.addListener(told);
    box.addDisposeListener(e -> descriptors.removeListener(told));
  }

  /** Lets the form scroll vertically only; fields take the present width. */
  private void fit() {
    box.layout(true, true); // so that sizes of removed fields are forgotten
    int width = Math.max(1, scrolled.getClientArea().width);
    scrolled.setMinSize(0, box.computeSize(width, SWT.DEFAULT).y);
  }

  @Override
  public Control control() {
    return scrolled;
  }

  @Override
  public void show(OpenCase.Read read) {
    if (read != shown) {
      shown = read;
      dataset.removeAll();
      read.datasets().stream().map(DatasetRecord::name).forEach(dataset::add);
      dataset.select(0);
    }
  }

  @Override
  public @Nullable String problem() {
    if (dataset.getSelectionIndex() < 0) {
      return "Choose a data set.";
    }
    String problem = trigger.problem();
    return problem == null ? strategy.problem() : problem;
  }

  Job.Poison order(String caseFolder, String out) {
    return new Job.Poison(
        Job.PROTOCOL,
        caseFolder,
        dataset.getText(),
        trigger.id(),
        trigger.settings(),
        strategy.id(),
        strategy.settings(),
        rate.getSelection() / 1000.0,
        seed.getSelection(),
        out);
  }
}
