package org.pentimento.workbench.run.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.workbench.chart.ChartTile;
import org.pentimento.workbench.chart.ShownChart;
import org.pentimento.workbench.form.ChoiceBar;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.EvidenceEditor;
import org.pentimento.workbench.integrity.IntegrityBar;
import org.pentimento.workbench.run.contents.RunContents;

/** The editor that shows runs side by side: means with differences, and attack-success curves. */
public final class CompareEditor extends EvidenceEditor {
  /** As {@code plugin.xml} names it. */
  static final String ID = "org.pentimento.workbench.run.compare";

  private final ShownChart chart = new ShownChart(id -> {});
  private @Nullable Page page;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof CompareInput runs)) {
      throw new PartInitException("This editor compares runs of cases.");
    }
    setSite(site);
    setInput(input);
    setPartName(runs.getName());
  }

  /**
   * What was read.
   *
   * @param runs null if no run could be read
   * @param message what could not be read and why, or empty
   */
  private record Found(@Nullable ComparedRuns runs, String message) {}

  @Override
  public void createPartControl(Composite parent) {
    CompareInput input = (CompareInput) getEditorInput();
    Composite below = parent;
    for (CaseInput run : input.runs()) {
      below = IntegrityBar.above(below, run);
    }
    Page created = new Page(below, input, chart);
    page = created;
    Display display = parent.getDisplay();
    Job job =
        new Job("Reading " + input.getName()) {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            Found found = read(input);
            if (!display.isDisposed()) {
              display.asyncExec(() -> created.show(found));
            }
            return Status.OK_STATUS;
          }
        };
    job.setPriority(Job.SHORT);
    job.schedule();
  }

  private static Found read(CompareInput input) {
    List<String> names = new ArrayList<>();
    List<RunResult> results = new ArrayList<>();
    StringBuilder message = new StringBuilder();
    for (CaseInput run : input.runs()) {
      try {
        RunResult result = RunContents.read(run.caseFolder(), run.id()).result();
        if (result == null) {
          message.append("“%s” has no result and is left out. ".formatted(run.name()));
        } else {
          names.add(run.title());
          results.add(result);
        }
      } catch (BadInputException e) {
        message.append(e.getMessage()).append(' ').append(e.remedy()).append(' ');
      } catch (IOException | UncheckedIOException e) {
        message.append("“%s” cannot be read: %s. ".formatted(run.name(), e.getMessage()));
      }
    }
    if (results.isEmpty()) {
      return new Found(null, message + "There is nothing to compare.");
    }
    return new Found(ComparedRuns.of(apart(names, input), results), message.toString().strip());
  }

  /** Adds ids, and numbers where these are equal too, to names that several runs have. */
  private static List<String> apart(List<String> names, CompareInput input) {
    Set<String> seen = new HashSet<>();
    List<String> apart = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean twice = names.stream().filter(name::equals).count() > 1;
      String id = i < input.runs().size() ? input.runs().get(i).id() : "";
      String told = twice ? name + " (" + id + ")" : name;
      for (int n = 2; !seen.add(told); n++) {
        told = name + " (" + id + ", " + n + ")";
      }
      apart.add(told);
    }
    return apart;
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    return adapter == ShownChart.class ? adapter.cast(chart) : super.getAdapter(adapter);
  }

  @Override
  public void setFocus() {
    if (page != null) {
      page.table.setFocus();
    }
  }

  /** The editor's controls. */
  private static final class Page {
    private static final String ALL = "all comparisons at once";

    private final Composite box;
    private final Label facts;
    private final Combo match;
    private final Combo condition;
    private final CompareTable table;
    private final ChartTile curves;
    private List<ImageRole.Sketch> offered = List.of();
    private @Nullable ComparedRuns runs;

    Page(Composite parent, CompareInput input, ShownChart chart) {
      box = new Composite(parent, SWT.NONE);
      GridLayoutFactory.swtDefaults().margins(12, 8).spacing(10, 6).applyTo(box);
      Label title = new Label(box, SWT.NONE);
      title.setFont(JFaceResources.getHeaderFont());
      title.setText("Comparison of " + input.getName());
      GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
      facts = new Label(box, SWT.WRAP);
      facts.setText("Reading …");
      GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(facts);
      Composite bar = ChoiceBar.bar(box, 0, 0);
      match =
          combo(
              bar,
              "&Of:",
              "Generator or model, attack and seed; where runs differ, those of each run in order");
      condition = combo(bar, "&Sketches:", "Which model drew which photos");
      SashForm rows = new SashForm(box, SWT.VERTICAL | SWT.SMOOTH);
      GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
      table = new CompareTable(rows);
      curves =
          new ChartTile(
              rows,
              "Attack success of all runs",
              "How often the model in question draws what the attack wants, for every margin, with"
                  + " 95 % intervals.",
              chart);
      rows.setWeights(42, 58);
    }

    private Combo combo(Composite bar, String label, String help) {
      Combo combo = ChoiceBar.labelled(bar, label, help);
      combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> filter()));
      return combo;
    }

    void show(Found found) {
      if (box.isDisposed()) {
        return;
      }
      ComparedRuns read = found.runs();
      if (read == null) {
        facts.setText(found.message().replace("&", "&&"));
        box.layout(true, true);
        return;
      }
      runs = read;
      String first = read.runs().get(0);
      facts.setText(
          (found.message()
                  + (found.message().isEmpty() ? "" : " ")
                  + "Differences are relative to “%s”; “apart” means that the 95 %% intervals do not overlap."
                      .formatted(first))
              .replace("&", "&&"));
      if (read.matches().size() > 1) {
        match.add(ALL);
      }
      read.matches().stream().map(ComparedRuns.Match::title).forEach(match::add);
      match.select(match.getItemCount() > 1 ? 1 : 0);
      ChoiceBar.fit(match);
      table.columns(read.runs());
      filter();
      curves.enlarge();
      box.layout(true, true);
    }

    /** Offers all sketches or some of them; what was chosen stays chosen if it is there. */
    private void offer(List<ImageRole.Sketch> sketches) {
      if (sketches.equals(offered)) {
        return;
      }
      int before = condition.getSelectionIndex();
      int index = before > 0 ? sketches.indexOf(offered.get(before - 1)) + 1 : before;
      offered = sketches;
      condition.removeAll();
      condition.add("all");
      sketches.forEach(s -> condition.add(ConditionNames.of(s)));
      condition.select(before == 0 || sketches.isEmpty() ? 0 : Math.max(1, index));
      ChoiceBar.fit(condition);
      box.layout(true, true);
    }

    private void filter() {
      ComparedRuns read = runs;
      int index = match.getSelectionIndex();
      if (read == null || index < 0) {
        return;
      }
      boolean several = match.getItemCount() > 1;
      List<ComparedRuns.Match> chosen =
          several && index == 0
              ? read.matches()
              : List.of(read.matches().get(several ? index - 1 : index));
      offer(ComparedRuns.sketches(chosen));
      int sketches = condition.getSelectionIndex() - 1;
      table.showsWhich(chosen.size() > 1);
      table.show(
          chosen.stream()
              .flatMap(one -> one.rows().stream())
              .filter(r -> sketches < 0 || r.condition().sketch().equals(offered.get(sketches)))
              .toList());
      curves.show(
          () -> Optional.of(read.curves(chosen)).filter(c -> !c.curves().isEmpty()).map(c -> c));
    }
  }

  static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.1f" : "%.3f", value)
        .replace('-', '−');
  }
}
