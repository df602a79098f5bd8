package org.pentimento.workbench.plan;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.question.PlanQuestion.EstimatePlan;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.look.SecondaryText;
import org.pentimento.workbench.plan.model.PlanModel;
import org.pentimento.workbench.plan.model.PlanProblem;
import org.pentimento.workbench.preview.LatestAnswer;

/** The head of the editor: name, whether the plan can run, how long that takes, and Run. */
final class PlanHeader {
  /** What the editor does for it. */
  interface Actions {
    void run();

    void editCopy();

    void reveal(PlanProblem problem);
  }

  private final PlanModel model;
  private final Composite box;
  private final Label title;
  private final Link state;
  private final Link estimate;
  private final Button action;
  private final LatestAnswer<JobResult.OfEstimate> estimates;
  private final TrialOfSteps trial;
  private String said = "";

  PlanHeader(Composite parent, PlanModel model, Actions actions) {
    this.model = model;
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 8).spacing(12, 3).applyTo(box);
    title = new Label(box, SWT.NONE);
    title.setFont(JFaceResources.getHeaderFont());
    title.setText("Being read …");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
    action = new Button(box, SWT.PUSH);
    action.setText("    Run    ");
    action.setToolTipText("Carries out the plan (F9 or Ctrl+Enter)");
    action.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    action.setEnabled(false);
    GridDataFactory.fillDefaults().span(1, 2).align(SWT.END, SWT.CENTER).applyTo(action);
    action.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              if (model.isReadOnly()) {
                actions.editCopy();
              } else {
                actions.run();
              }
            }));
    state = new Link(box, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(state);
    state.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              if (!model.problems().isEmpty()) {
                actions.reveal(model.problems().get(0));
              }
            }));
    estimate = new Link(box, SWT.NONE);
    SecondaryText.colour(estimate);
    trial =
        new TrialOfSteps(
            model,
            new TrialOfSteps.Listener() {
              @Override
              public void went(String words) {
                if (!box.isDisposed()) {
                  estimate(words);
                }
              }

              @Override
              public void ended() {
                if (!box.isDisposed()) {
                  mark();
                }
              }
            });
    estimate.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> trial.startOrCancel(known())));
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .span(2, 1)
        .hint(200, SWT.DEFAULT)
        .applyTo(estimate);
    estimates =
        new LatestAnswer<>(
            box.getDisplay(),
            new LatestAnswer.Listener<>() {
              @Override
              public void answered(JobResult.OfEstimate answer) {
                if (!box.isDisposed() && model.problems().isEmpty()) {
                  show(answer);
                }
              }

              @Override
              public void failed(String problem) {
                if (!box.isDisposed()) {
                  estimate(escaped("Time and disk cannot be estimated: " + problem));
                }
              }
            });
  }

  Composite control() {
    return box;
  }

  /** Shows the name, and what the button does. */
  void refresh(String name) {
    title.setText(name.replace("&", "&&"));
    action.setEnabled(model.isLoaded());
    if (model.isReadOnly()) {
      action.setText("Edit a Copy");
      action.setToolTipText("Begins a draft that can be changed and carried out");
      state("This plan was carried out; it is kept as it was.");
      box.layout();
    }
  }

  /** Shows a message instead of the state of the plan. */
  void tell(String message) {
    state(message);
  }

  /** Shows whether the plan can run, or what is wrong first. */
  void mark() {
    if (model.isReadOnly()) {
      return;
    }
    List<PlanProblem> problems = model.problems();
    if (!model.trouble().isEmpty()) {
      state(model.trouble());
    } else if (problems.isEmpty()) {
      state("The plan is ready to run.");
      estimate();
    } else {
      PlanProblem first = problems.get(0);
      String more = problems.size() == 1 ? "" : " (1 of " + problems.size() + ")";
      state("<a>Line " + first.line() + "</a>" + more + ": " + first.message());
      estimate("");
    }
  }

  private void estimate() {
    if (trial.isRunning()) {
      return; // the trial itself says how far it is and what it found
    }
    estimates.ask(new EstimatePlan(model.document().get(), model.caseFolder().toString(), known()));
  }

  private static List<String> known() {
    return PlatformUI.getWorkbench().getService(OpenCases.class).all().stream()
        .map(c -> c.folder().toString())
        .toList();
  }

  private void show(JobResult.OfEstimate found) {
    if (!trial.isRunning()) {
      String words = escaped(found.words());
      estimate(found.trial() ? words + " <a>Try some steps</a>" : words);
      estimate.setToolTipText(found.basis());
    }
  }

  /** A text as the text of a link. */
  static String escaped(String text) {
    return text.replace("&", "&&");
  }

  private void state(String text) {
    String shown = escaped(text);
    if (!state.getText().equals(shown)) {
      state.setText(shown);
      state.setToolTipText(text.replaceAll("</?a>", ""));
      box.getParent().layout(true, true); // a long sentence takes a second line
    }
  }

  private void estimate(String text) {
    if (!text.equals(said)) {
      said = text;
      estimate.setText(text);
      box.getParent().layout(true, true);
    }
  }

  void dispose() {
    trial.dispose();
    estimates.dispose();
  }
}
