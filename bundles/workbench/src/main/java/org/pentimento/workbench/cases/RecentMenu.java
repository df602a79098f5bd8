package org.pentimento.workbench.cases;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.pentimento.casefile.CaseFile;
import org.pentimento.workbench.cases.RecentCases.Recent;
import org.pentimento.workbench.form.MenuAction;
import org.pentimento.workbench.form.PlainDialog;

/** The entries of the menu Open Recent. */
public final class RecentMenu extends CompoundContributionItem {
  @Override
  protected IContributionItem[] getContributionItems() {
    RecentCases recent = PlatformUI.getWorkbench().getService(OpenCases.class).recent();
    List<IContributionItem> items = new ArrayList<>();
    int number = 1;
    for (Recent one : recent.all()) {
      String mnemonic = number < 10 ? "&" + number + "  " : number + "  ";
      MenuAction action = new MenuAction(mnemonic + words(one), () -> open(one.folder(), recent));
      items.add(new ActionContributionItem(action));
      number++;
    }
    boolean none = items.isEmpty();
    if (none) {
      MenuAction empty = new MenuAction("No case was opened yet", () -> {});
      empty.setEnabled(false);
      items.add(new ActionContributionItem(empty));
    } else {
      items.add(new Separator());
      items.add(new ActionContributionItem(new MenuAction("&Clear List", recent::clear)));
    }
    return items.toArray(IContributionItem[]::new);
  }

  /** Name and folder of a case, and that it is gone. */
  static String words(Recent recent) {
    Path folder = recent.folder();
    String words = OpenCase.name(folder) + " – " + folder.getParent();
    return (recent.gone() ? words + " (not there any more)" : words).replace("&", "&&");
  }

  /** Opens a case; one that is gone is said, and may be taken off the list. */
  private static void open(Path folder, RecentCases recent) {
    Display display = PlatformUI.getWorkbench().getDisplay();
    Job.createSystem(
            "Looking for a case",
            (ICoreRunnable)
                monitor -> {
                  if (CaseFile.isCase(folder)) {
                    PlatformUI.getWorkbench().getService(OpenCases.class).open(folder);
                  } else {
                    display.asyncExec(() -> tell(folder, recent));
                  }
                })
        .schedule();
  }

  private static void tell(Path folder, RecentCases recent) {
    int answer =
        PlainDialog.open(
            MessageDialog.INFORMATION,
            PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
            "Open Recent",
            "There is no case any more at "
                + folder
                + ". It was moved, renamed or deleted, or its disk is not connected.",
            SWT.NONE,
            "Keep in List",
            "Take off List");
    if (answer == 1) {
      recent.forget(folder);
    }
  }
}
