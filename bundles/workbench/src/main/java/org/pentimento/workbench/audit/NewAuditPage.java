package org.pentimento.workbench.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ModifyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Kind;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.protocol.question.PlanQuestion.EstimatePlan;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.preferences.ChildSettings;
import org.pentimento.workbench.preferences.DialogFolders;
import org.pentimento.workbench.preferences.Identity;
import org.pentimento.workbench.preview.LatestAnswer;
import org.pentimento.workbench.sample.SampleCase;

/** Asks for case, examiner and starting point. All are filled in, so that Finish is enough. */
final class NewAuditPage extends WizardPage {
  private final List<OpenCase.Read> open = new ArrayList<>();
  private final Drafts drafts = PlatformUI.getWorkbench().getService(Drafts.class);
  private List<StartingPoint> points = List.of();
  private final @Nullable Path preferred;
  private final @Nullable StartingPoint first;
  private @Nullable Form form;
  private boolean ofOpenCase;
  private final Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
  private @Nullable LatestAnswer<JobResult.OfEstimate> estimates;
  private String estimate = "";

  /**
   * A page.
   *
   * @param preferred folder of the case to begin with, null for the one that was opened last
   * @param first what to begin with in that case, null for the first audit
   */
  NewAuditPage(@Nullable Path preferred, @Nullable StartingPoint first) {
    super("audit", "New audit", null);
    this.preferred = preferred;
    this.first = first;
    setDescription(
        "Choose a case, and what to begin with. The plan can be changed before it runs.");
    for (OpenCase c : PlatformUI.getWorkbench().getService(OpenCases.class).all()) {
      if (c instanceof OpenCase.Read read) {
        open.add(read);
      }
    }
  }

  /** The fields. */
  private record Form(
      Combo folder,
      Text examiner,
      Text agency,
      Text number,
      Text item,
      Text notes,
      org.eclipse.swt.widgets.List begin,
      Combo template,
      Label explanation,
      Button atOnce) {}

  private Form form() {
    if (form == null) {
      throw new IllegalStateException("The page is not made yet");
    }
    return form;
  }

  Path caseFolder() {
    return Path.of(form().folder().getText().strip()).toAbsolutePath().normalize();
  }

  CaseInfo info() {
    Form f = form();
    return openCase()
        .map(OpenCase.Read::info)
        .orElseGet(
            () ->
                new CaseInfo(
                    f.examiner().getText().strip(),
                    f.agency().getText().strip(),
                    f.number().getText().strip(),
                    f.item().getText().strip(),
                    Identity.current().timeZone(),
                    f.notes().getText().strip()));
  }

  StartingPoint startingPoint() {
    return points.get(Math.max(0, form().begin().getSelectionIndex()));
  }

  boolean runsAtOnce() {
    return form().atOnce().getSelection();
  }

  private Optional<OpenCase.Read> openCase() {
    try {
      Path folder = caseFolder();
      return open.stream().filter(c -> c.folder().equals(folder)).findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public void createControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 10).spacing(8, 8).applyTo(box);
    label(box, "&Case folder:");
    Combo folder = new Combo(box, SWT.DROP_DOWN);
    open.forEach(c -> folder.add(c.folder().toString()));
    folder.setText(begin().toString());
    folder.setToolTipText("A case that is open, or a folder to make a case in");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(folder);
    Button browse = new Button(box, SWT.PUSH);
    browse.setText("&Browse …");
    browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> browse(folder)));
    Text examiner = text(box, "&Examiner:", Identity.current().examiner());
    Text agency = text(box, "&Agency:", Identity.current().agency());
    Text number = text(box, "Case &number:", "");
    Text item = text(box, "&Item number:", "");
    item.setMessage("of the evidence that is examined");
    Text notes = text(box, "N&otes:", "");
    notes.setMessage("what is asked, and what the material is");
    Label title = label(box, "Begin &with:");
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(title);
    org.eclipse.swt.widgets.List begin =
        new org.eclipse.swt.widgets.List(box, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
    GridDataFactory.fillDefaults()
        .grab(true, true)
        .span(2, 1)
        .hint(480, 84)
        .minSize(480, 84)
        .applyTo(begin);
    label(box, "&Question:");
    Combo template = new Combo(box, SWT.READ_ONLY);
    for (PlanTemplate one : PlanTemplate.values()) {
      template.add(one.title());
    }
    template.select(0);
    template.setToolTipText("What the plan is made for; all of it can be changed afterwards");
    GridDataFactory.fillDefaults().span(2, 1).applyTo(template);
    template.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> explain()));
    label(box, "");
    Label explanation = new Label(box, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(480, 68).applyTo(explanation);
    label(box, "");
    Button atOnce = new Button(box, SWT.CHECK);
    atOnce.setText("&Run at once");
    atOnce.setToolTipText("Carries the plan out as it is; otherwise it is opened to be changed");
    GridDataFactory.fillDefaults().span(2, 1).applyTo(atOnce);
    form =
        new Form(
            folder, examiner, agency, number, item, notes, begin, template, explanation, atOnce);
    LatestAnswer<JobResult.OfEstimate> asked = new LatestAnswer<>(box.getDisplay(), new Estimate());
    estimates = asked;
    box.addDisposeListener(e -> asked.dispose());
    ModifyListener check = e -> validate();
    folder.addModifyListener(e -> showCase());
    examiner.addModifyListener(check);
    begin.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> explain()));
    begin.addSelectionListener(
        SelectionListener.widgetDefaultSelectedAdapter(
            e -> {
              if (isPageComplete() && getWizard().performFinish()) {
                getShell().close();
              }
            }));
    setControl(box);
    showCase();
  }

  private Path begin() {
    if (preferred != null && !(first == null && isSample(preferred))) {
      return preferred;
    }
    return open.stream()
        .map(OpenCase.Read::folder)
        .filter(folder -> preferred == null && !isSample(folder))
        .reduce((earlier, later) -> later)
        .orElseGet(NewAuditPage::newFolder);
  }

  /** A real audit does not belong into the sample, all of whose reports say that it is one. */
  private boolean isSample(Path folder) {
    return open.stream()
        .anyMatch(
            c -> c.folder().equals(folder) && c.info().caseNumber().equals(SampleCase.NUMBER));
  }

  private static Path newFolder() {
    Path cases = DialogFolders.cases();
    Path folder = cases.resolve("first-audit.case");
    for (int i = 2; Files.exists(folder); i++) {
      folder = cases.resolve("audit-" + i + ".case");
    }
    return folder;
  }

  private void browse(Combo folder) {
    DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE);
    dialog.setText("Case Folder");
    dialog.setFilterPath(DialogFolders.cases().toString());
    String chosen = dialog.open();
    if (chosen != null) {
      folder.setText(chosen);
    }
  }

  private static Label label(Composite box, String title) {
    Label label = new Label(box, SWT.NONE);
    label.setText(title);
    return label;
  }

  private static Text text(Composite box, String title, String value) {
    label(box, title);
    Text text = new Text(box, SWT.BORDER);
    text.setText(value);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(text);
    return text;
  }

  /** Shows what an open case knows already: who examines, and what there is to begin with. */
  private void showCase() {
    Form f = form();
    Optional<OpenCase.Read> known = openCase();
    CaseInfo shown = known.map(OpenCase.Read::info).orElse(null);
    if (shown != null) {
      show(shown);
    } else if (ofOpenCase) {
      // Nothing of one case gets into the log of another.
      Identity own = Identity.current();
      show(new CaseInfo(own.examiner(), own.agency(), "", "", own.timeZone(), ""));
    }
    ofOpenCase = shown != null;
    List.of(f.examiner(), f.agency(), f.number(), f.item(), f.notes())
        .forEach(t -> t.setEnabled(known.isEmpty()));
    String before =
        f.begin().getSelectionIndex() < 0 ? "" : f.begin().getItem(f.begin().getSelectionIndex());
    points = known.map(c -> StartingPoint.of(c, drafts.of(c))).orElseGet(StartingPoint::ofNothing);
    boolean ofFirst = known.filter(c -> c.folder().equals(preferred)).isPresent();
    if (first != null && ofFirst && !points.contains(first)) {
      points = Stream.concat(Stream.of(first), points.stream()).toList();
    }
    f.begin().setItems(points.stream().map(StartingPoint::title).toArray(String[]::new));
    int at =
        !before.isEmpty() ? f.begin().indexOf(before) : first == null ? 0 : points.indexOf(first);
    f.begin().select(Math.max(0, at));
    explain();
    validate();
  }

  private void show(CaseInfo info) {
    Form f = form();
    f.examiner().setText(info.examiner());
    f.agency().setText(info.agency());
    f.number().setText(info.caseNumber());
    f.item().setText(info.itemNumber());
    f.notes().setText(info.notes());
  }

  private void explain() {
    Form f = form();
    StartingPoint point = startingPoint();
    f.template().setEnabled(point.takesTemplates());
    estimate = "";
    tellWhat();
    if (point.takesTemplates() && estimates != null) {
      estimates.ask(
          new EstimatePlan(
              templated(point, ChildSettings.current().threads()),
              caseFolder().toString(),
              open.stream().map(c -> c.folder().toString()).toList()));
    }
    f.atOnce().setSelection(point instanceof StartingPoint.FirstAudit);
  }

  /** A plan for the question that is chosen, from the starting point. */
  private String templated(StartingPoint point, int threads) {
    try {
      return template().of(point.plan(threads), metrics());
    } catch (IOException e) {
      throw new IllegalStateException("A new plan reads nothing", e);
    }
  }

  /** The question that the plan is made for; the first look where there is no choice. */
  PlanTemplate template() {
    return startingPoint().takesTemplates()
        ? PlanTemplate.values()[Math.max(0, form().template().getSelectionIndex())]
        : PlanTemplate.FIRST_LOOK;
  }

  /** The ids of all metrics that are known to be installed. */
  List<String> metrics() {
    return descriptors.known().of(Kind.METRIC).stream().map(InstalledExtension::id).toList();
  }

  private void tellWhat() {
    StartingPoint point = startingPoint();
    StringBuilder words = new StringBuilder(point.explanation());
    if (point.takesTemplates()) {
      words.append('\n').append(template().sentence());
      words
          .append('\n')
          .append(estimate.isEmpty() ? "How long it takes is being estimated …" : estimate);
    }
    form().explanation().setText(words.toString().replace("&", "&&"));
  }

  /** Says how long the plan would take. */
  private final class Estimate implements LatestAnswer.Listener<JobResult.OfEstimate> {
    @Override
    public void answered(JobResult.OfEstimate answer) {
      estimate =
          answer.seconds() == null
              ? "How long it takes on this machine is not known yet: no finished run of an open"
                  + " case tells. Progress says it as soon as some steps are done."
              : answer.words();
      tellWhat();
    }

    @Override
    public void failed(String problem) {
      estimate = problem;
      tellWhat();
    }
  }

  private void validate() {
    setErrorMessage(problem());
    setPageComplete(getErrorMessage() == null);
  }

  private static boolean holdsSomething(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isPresent();
    } catch (IOException e) {
      return false; // whoever makes the case says what is wrong with the folder
    }
  }

  private @Nullable String problem() {
    if (form().folder().getText().isBlank()) {
      return "Name the folder of the case; it is made if it does not exist.";
    }
    try {
      Path folder = caseFolder();
      if (folder.getFileName() == null) {
        return "The case folder cannot be the root.";
      }
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        return folder + " is a file. Name a folder for the case.";
      }
      if (!CaseFile.isCase(folder) && holdsSomething(folder)) {
        return folder + " holds other files and is no case. Name a folder that does not exist yet.";
      }
    } catch (InvalidPathException e) {
      return "The case folder is no path: " + e.getReason() + ".";
    }
    return form().examiner().getText().isBlank()
        ? "Say who examines; the custody log bears the name."
        : null;
  }
}
