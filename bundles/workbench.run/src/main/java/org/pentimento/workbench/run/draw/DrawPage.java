package org.pentimento.workbench.run.draw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.Exported;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.JobResult;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.form.ChoiceBar;
import org.pentimento.workbench.jobs.ChildJob;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.preferences.DialogFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be drawn, what is being done, and the drawings. */
final class DrawPage {
  private static final Logger LOG = LoggerFactory.getLogger(DrawPage.class);

  private final Path caseFolder;
  private final UnaryOperator<String> titles;
  private final Composite box;
  private final Display display;
  private final Composite bar;
  private final Label state;
  private final SashForm sides;
  private final Button save;
  private final DrawnPictures pictures;
  private final Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
  private final OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
  private @Nullable Order order;
  private @Nullable ChildJob job;
  private @Nullable DrawnSheet drawn;
  private List<TriggerChoice> triggers = List.of();

  /** What a page has that draws, instead of showing what was drawn. */
  private record Order(DrawForm form, Button draw, Button cancel, Button keep) {}

  DrawPage(Composite parent, Path caseFolder, UnaryOperator<String> titles) {
    this.caseFolder = caseFolder;
    this.titles = titles;
    display = parent.getDisplay();
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(box);
    Label title = new Label(box, SWT.NONE);
    title.setFont(JFaceResources.getHeaderFont());
    title.setText("Drawings by models");
    GridDataFactory.fillDefaults().grab(true, false).indent(12, 8).applyTo(title);
    bar = ChoiceBar.bar(box, 12, 2);
    save = button("&Save Pictures …", "Writes all pictures and a list of them into a folder");
    save.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> save()));
    state = new Label(box, SWT.WRAP);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .indent(12, 0)
        .hint(200, SWT.DEFAULT)
        .applyTo(state);
    sides = new SashForm(box, SWT.HORIZONTAL | SWT.SMOOTH);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sides);
    pictures = new DrawnPictures(sides, this::copy);
    enable();
  }

  private Button button(String text, String tip) {
    Button button = new Button(bar, SWT.PUSH);
    button.setText(text);
    button.setToolTipText(tip);
    return button;
  }

  /** Offers models, photos and triggers; draws at once if there are photos. */
  void begin(List<DrawableModel> models, DrawInput input) {
    DrawForm form = new DrawForm(sides, this::enable);
    form.control().moveAbove(pictures.control());
    sides.setWeights(36, 64);
    form.claimWidth(sides);
    Button draw = button("&Draw", "Draws the photos with the ticked models");
    Button cancel = button("&Cancel", "Ends the drawing");
    Button keep =
        button("&Keep in Case", "Keeps the pictures in the case, with an entry in its log");
    draw.moveAbove(save);
    cancel.moveAbove(save);
    order = new Order(form, draw, cancel, keep);
    draw.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> draw()));
    cancel.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> cancel()));
    keep.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> keep()));
    takeDrops(form.control(), form);
    takeDrops(pictures.control(), form);
    form.models(models, input.models());
    form.triggers(triggers, descriptors.known());
    Runnable installed = () -> inDisplay(() -> form.triggers(triggers, descriptors.known()));
    descriptors.addListener(installed);
    box.addDisposeListener(
        e -> {
          descriptors.removeListener(installed);
          cancel();
        });
    readTriggers(form);
    form.photos(input.photos());
    if (input.photos().isEmpty()) {
      enable();
    } else {
      draw();
    }
  }

  private void takeDrops(Control control, DrawForm form) {
    DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_LINK | DND.DROP_DEFAULT);
    target.setTransfer(FileTransfer.getInstance());
    target.addDropListener(
        new DropTargetAdapter() {
          @Override
          public void dragEnter(DropTargetEvent event) {
            if (event.detail == DND.DROP_DEFAULT) {
              event.detail = DND.DROP_COPY;
            }
          }

          @Override
          public void drop(DropTargetEvent event) {
            if (event.data instanceof String[] paths) {
              form.photos(Arrays.stream(paths).map(Path::of).toList());
            }
          }
        });
  }

  private void readTriggers(DrawForm form) {
    background(
        "Looking for triggers of " + caseFolder.getFileName(),
        () -> {
          List<TriggerChoice> found = TriggerChoice.of(caseFolder);
          return () -> {
            triggers = found;
            form.triggers(found, descriptors.known());
          };
        });
  }

  /** Work that reads or writes files; it gives what is to be done in the display's thread then. */
  private interface Work {
    Runnable done() throws IOException;
  }

  private void background(String name, Work work) {
    org.eclipse.core.runtime.jobs.Job.createSystem(
            name,
            (ICoreRunnable)
                monitor -> {
                  Runnable then;
                  try {
                    then = work.done();
                  } catch (BadInputException e) {
                    then = () -> tell(e.getMessage() + " " + e.remedy());
                  } catch (IOException e) {
                    LOG.warn("{} failed", name, e);
                    then = () -> tell(name + " failed: " + e.getMessage() + ".");
                  }
                  inDisplay(then);
                })
        .schedule();
  }

  private void inDisplay(Runnable work) {
    if (!display.isDisposed()) {
      display.asyncExec(
          () -> {
            if (!box.isDisposed()) {
              work.run();
            }
          });
    }
  }

  private void tell(@Nullable String words) {
    state.setText(words == null ? "" : words.replace("&", "&&"));
    box.layout(true, true);
  }

  private void enable() {
    save.setEnabled(drawn != null);
    Order made = order;
    if (made != null) {
      String problem = made.form().problem();
      boolean busy = job != null;
      made.draw().setEnabled(problem == null && !busy);
      made.cancel().setEnabled(busy);
      made.keep().setEnabled(drawn != null && !busy);
      if (!busy && (problem != null || drawn == null)) {
        tell(problem == null ? "" : problem);
      }
    }
  }

  private void draw() {
    Order made = order;
    if (made == null || made.form().problem() != null || job != null) {
      return;
    }
    List<String> models = made.form().models();
    ChildJob started =
        PlatformUI.getWorkbench()
            .getService(ChildJobs.class)
            .start(
                "Drawing with " + NumberWords.count(models.size(), "model", "models"),
                new Job.Draw(
                    Job.PROTOCOL,
                    caseFolder.toString(),
                    models,
                    made.form().photos(),
                    made.form().stamp(),
                    null,
                    null));
    job = started;
    drawn = null;
    pictures.clear();
    tell("Starting …");
    enable();
    started.addListener(this::hear);
  }

  private void cancel() {
    ChildJob running = job;
    if (running != null) {
      running.cancel();
    }
  }

  /** In the job's thread. */
  private void hear(JobEvent event) {
    if (event instanceof JobEvent.Progress progress) {
      inDisplay(() -> tell(progress.task() + " " + progress.done() + " of " + progress.total()));
    } else if (event instanceof JobEvent.Failed failed) {
      inDisplay(() -> ended(failed.message() + " " + failed.remedy()));
    } else if (event instanceof JobEvent.Cancelled) {
      inDisplay(() -> ended("Cancelled."));
    } else if (event instanceof JobEvent.Done done
        && done.result() instanceof JobResult.OfDraw result) {
      try {
        DrawnSheet read = DrawnSheet.of(result);
        inDisplay(() -> show(read));
      } catch (IOException e) {
        inDisplay(() -> ended("The drawings cannot be read: " + e.getMessage() + "."));
      } finally {
        delete(Path.of(result.folder()));
      }
    }
  }

  /** Deletes the folder of a job, whose pictures are in memory. */
  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.warn("The temporary folder {} cannot be deleted", folder, e);
    }
  }

  private void ended(String words) {
    job = null;
    enable();
    tell(words);
  }

  private void show(DrawnSheet read) {
    job = null;
    drawn = read;
    pictures.show(read, titles);
    enable();
    List<String> words = new ArrayList<>();
    words.add(
        NumberWords.count(read.sheet().drawings().size(), "sketch", "sketches")
            + " by "
            + NumberWords.count(read.sheet().models().size(), "model", "models")
            + ".");
    for (SkippedFile skipped : read.sheet().skipped()) {
      words.add("Left out: " + skipped.words());
    }
    tell(String.join(" ", words));
  }

  /** Shows drawings that the case keeps. */
  void showKept(String entry) {
    tell("Reading …");
    background(
        "Reading drawings of " + caseFolder.getFileName(),
        () -> {
          DrawnSheet read = DrawnSheet.kept(caseFolder, entry);
          return () -> show(read);
        });
  }

  private void save() {
    DrawnSheet now = drawn;
    if (now == null) {
      return;
    }
    DirectoryDialog dialog = new DirectoryDialog(box.getShell());
    dialog.setText("Save Pictures");
    dialog.setMessage("An empty or new folder for the pictures");
    dialog.setFilterPath(DialogFolders.exports().toString());
    String chosen = dialog.open();
    if (chosen != null) {
      save(now, Path.of(chosen));
    }
  }

  private void save(DrawnSheet now, Path folder) {
    background(
        "Saving pictures",
        () -> {
          now.write(folder);
          String models = String.join(", ", now.sheet().models());
          String problem =
              CaseFile.log(
                  caseFolder, new Exported(Exported.Kind.SKETCHES, models, folder.toString()));
          return () -> {
            tell(("Saved in " + folder + ". " + problem).strip());
            cases.open(caseFolder);
          };
        });
  }

  private void keep() {
    DrawnSheet now = drawn;
    if (now != null) {
      tell("Being kept …");
      background(
          "Keeping drawings",
          () -> {
            now.keep(caseFolder);
            return () -> {
              tell("Kept in the case, under Drawings.");
              cases.open(caseFolder);
            };
          });
    }
  }

  private void copy(ImageData picture) {
    Clipboard clipboard = new Clipboard(display);
    clipboard.setContents(new Object[] {picture}, new Transfer[] {ImageTransfer.getInstance()});
    clipboard.dispose();
  }

  void setFocus() {
    Order made = order;
    if (made != null) {
      made.form().setFocus();
    } else {
      save.setFocus();
    }
  }
}
