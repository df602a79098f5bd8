package org.pentimento.workbench.exchange.exporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.audit.job.Job;
import org.pentimento.audit.preview.Answer;
import org.pentimento.casefile.DatasetRecord;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.exchange.SettingsForm;
import org.pentimento.workbench.preview.Previews;

/** Data set, trigger, strategy, rate and seed of a poisoned copy. */
final class CopyPart implements OptionsPage.Part {
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
    private final Combo combo;
    private final SettingsForm form;
    private final List<JsonNode> all = new ArrayList<>();
    private String problem = "The extensions are being listed …";

    Choice(String title, String kind, Previews previews) {
      new Label(box, SWT.NONE).setText(title);
      combo = new Combo(box, SWT.READ_ONLY);
      GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
      new Label(box, SWT.NONE);
      form = new SettingsForm(box, changed);
      GridDataFactory.fillDefaults().grab(true, false).applyTo(form.control());
      combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> follow()));
      Display display = box.getDisplay();
      CompletableFuture<Answer> answer =
          previews.ask("describe", JsonNodeFactory.instance.objectNode().put("kind", kind));
      answer.whenComplete(
          (found, failure) -> {
            if (!display.isDisposed()) {
              display.asyncExec(() -> show(found, failure));
            }
          });
    }

    private void show(@Nullable Answer found, @Nullable Throwable failure) {
      if (combo.isDisposed()) {
        return;
      }
      if (found == null) {
        problem =
            failure instanceof BadInputException bad
                ? bad.getMessage() + " " + bad.remedy()
                : "ExportKind is installed cannot be told.";
      } else {
        found.data().path("extensions").forEach(all::add);
        all.forEach(d -> combo.add(d.path("name").asText()));
        problem = all.isEmpty() ? "No such extension is installed." : "";
        combo.select(0);
      }
      follow();
    }

    private void follow() {
      JsonNode chosen = chosen();
      if (chosen != null) {
        combo.setToolTipText(chosen.path("summary").asText());
        form.show(chosen);
      }
      fit();
      changed.run();
    }

    private @Nullable JsonNode chosen() {
      int index = combo.getSelectionIndex();
      return index < 0 || index >= all.size() ? null : all.get(index);
    }

    private String id() {
      JsonNode chosen = chosen();
      return chosen == null ? "" : chosen.path("id").asText();
    }

    private @Nullable String problem() {
      return problem.isEmpty() ? form.problem() : problem;
    }
  }

  CopyPart(Composite parent, Previews previews, Runnable changed) {
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
    trigger = new Choice("&Trigger:", "TRIGGER", previews);
    strategy = new Choice("&Strategy:", "POISONING_STRATEGY", previews);
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
  }

  /** Scrolls up and down only; fields take the width that there is. */
  private void fit() {
    box.layout(true, true); // forgets what size the fields of another extension had
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
        trigger.form.values(),
        strategy.id(),
        strategy.form.values(),
        rate.getSelection() / 1000.0,
        seed.getSelection(),
        out);
  }
}
