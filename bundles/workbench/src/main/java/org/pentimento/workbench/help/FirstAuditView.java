package org.pentimento.workbench.help;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCases;

/** Leads through a first audit, step by step: what to do, a button that does it, a tick. */
public final class FirstAuditView extends ViewPart {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.firstAudit";

  private static final String DONE = "done";

  /**
   * A step.
   *
   * @param target what its button does, as {@link GuideLink} takes it
   * @param shownBy what an open case shows once it is done; without it the button's press counts
   */
  private record Step(
      String title, String text, String button, String target, @Nullable FirstAuditFact shownBy) {
    Step(String title, String text, String button, String target) {
      this(title, text, button, target, null);
    }
  }

  private static final List<Step> STEPS =
      List.of(
          new Step(
              "See a finished case",
              "A sample on drawn faces comes with Pentimento. Its run shows what a backdoor did; its"
                  + " report is under Reports. You get a copy of your own.",
              "Open Sample",
              "command:org.pentimento.workbench.sampleCase",
              FirstAuditFact.SAMPLE_OPEN),
          new Step(
              "Begin an audit",
              "Name a folder for the case and who examines it. The plan that is offered draws its"
                  + " own faces and trains two small generators, clean and poisoned.",
              "New Audit …",
              "command:org.pentimento.workbench.newAudit",
              FirstAuditFact.AUDIT_BEGUN),
          new Step(
              "See how it goes",
              "Progress shows what is being done, how fast, and how long it still takes. You may"
                  + " close the window meanwhile: the audit can go on in the background.",
              "Show Progress",
              "view:org.eclipse.ui.views.ProgressView"),
          new Step(
              "Read the result",
              "Open the case and its runs, and double-click the run. Its first sentences say what"
                  + " was found; compare the pictures without and with the trigger.",
              "Show Cases",
              "view:org.pentimento.workbench.explorer"),
          new Step(
              "Write the report",
              "Select the case, then Write Report in its menu. It is a draft as yet, and stands"
                  + " under Reports in the case.",
              "Write Report …",
              "command:org.pentimento.workbench.exchange.report",
              FirstAuditFact.REPORT_WRITTEN),
          new Step(
              "Have it reviewed",
              "A second person selects the draft under Reports, then Review Report in its menu, and"
                  + " approves or returns it. What is approved is written anew without the mark of"
                  + " a draft.",
              "Show Cases",
              "view:org.pentimento.workbench.explorer",
              FirstAuditFact.REPORT_REVIEWED),
          new Step(
              "Check the evidence",
              "The custody log says who did what to the case and when. Verify reads every file and"
                  + " compares it with the log.",
              "Show Custody",
              "view:org.pentimento.workbench.custody"),
          new Step(
              "See what else there is",
              "Triggers, poisoning strategies, generators and metrics say what they do, what can be"
                  + " set, and whom to cite. Change the plan and begin again.",
              "Show Extensions",
              "view:org.pentimento.workbench.extensions"));

  private final List<Button> ticks = new ArrayList<>();
  private final OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
  private Set<FirstAuditFact> shown = Set.of();
  private String remembered = "";
  private @Nullable ScrolledComposite scroll;

  @Override
  public void init(IViewSite site, @Nullable IMemento memento) throws PartInitException {
    super.init(site, memento);
    String done = memento == null ? null : memento.getString(DONE);
    remembered = done == null ? "" : done;
  }

  @Override
  public void saveState(IMemento memento) {
    StringBuilder done = new StringBuilder();
    ticks.forEach(tick -> done.append(tick.getSelection() ? '1' : '0'));
    memento.putString(DONE, done.toString());
  }

  @Override
  public void createPartControl(Composite parent) {
    ScrolledComposite scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
    scroll = scrolled;
    scrolled.setExpandHorizontal(true);
    scrolled.setExpandVertical(true);
    Composite steps = new Composite(scrolled, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 10).spacing(8, 4).applyTo(steps);
    for (int i = 0; i < STEPS.size(); i++) {
      add(steps, STEPS.get(i), i);
    }
    scrolled.setContent(steps);
    scrolled.addListener(
        SWT.Resize,
        e -> scrolled.setMinSize(steps.computeSize(scrolled.getClientArea().width, SWT.DEFAULT)));
    Action again =
        new Action("Begin Again") {
          @Override
          public void run() {
            ticks.forEach(tick -> tick.setSelection(false));
          }
        };
    again.setToolTipText("Takes all ticks away");
    again.setImageDescriptor(
        PlatformUI.getWorkbench()
            .getSharedImages()
            .getImageDescriptor(ISharedImages.IMG_TOOL_UNDO));
    getViewSite().getActionBars().getToolBarManager().add(again);
    ContextHelp.set(scrolled, GuideTopic.FIRST_AUDIT::text);
    Display display = parent.getDisplay();
    Runnable changed = () -> display.asyncExec(this::look);
    cases.addListener(changed);
    scrolled.addDisposeListener(e -> cases.removeListener(changed));
    look();
  }

  /** Ticks what the open cases show newly; a tick that the person took away stays away. */
  private void look() {
    Set<FirstAuditFact> now = FirstAuditFact.of(cases.all());
    for (int i = 0; i < ticks.size(); i++) {
      FirstAuditFact fact = STEPS.get(i).shownBy();
      if (fact != null
          && now.contains(fact)
          && !shown.contains(fact)
          && !ticks.get(i).isDisposed()) {
        ticks.get(i).setSelection(true);
      }
    }
    shown = now;
  }

  private void add(Composite parent, Step step, int index) {
    Button tick = new Button(parent, SWT.CHECK);
    tick.getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(e -> e.result = "Done: " + step.title()));
    tick.setSelection(remembered.length() > index && remembered.charAt(index) == '1');
    ticks.add(tick);
    Label title = new Label(parent, SWT.NONE);
    title.setText((index + 1) + "  " + step.title());
    title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
    new Label(parent, SWT.NONE);
    Label text = new Label(parent, SWT.WRAP);
    text.setText(step.text());
    GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(text);
    new Label(parent, SWT.NONE);
    Button button = new Button(parent, SWT.PUSH);
    button.setText(step.button());
    GridDataFactory.swtDefaults().indent(0, 2).applyTo(button);
    button.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              if (step.shownBy() == null) {
                tick.setSelection(true);
              }
              GuideLink.follow(step.target());
            }));
    Label space = new Label(parent, SWT.NONE);
    GridDataFactory.swtDefaults().span(2, 1).hint(1, 6).applyTo(space);
  }

  @Override
  public void setFocus() {
    requireNonNull(scroll).setFocus();
  }
}
