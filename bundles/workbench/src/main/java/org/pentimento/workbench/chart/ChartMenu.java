package org.pentimento.workbench.chart;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.widgets.Control;

/** The context menu of a chart: copies it, saves it, shows all of it. */
final class ChartMenu {
  private ChartMenu() {}

  /**
   * Gives a control the menu.
   *
   * @param isEnabled whether there is a chart to copy, save and show
   */
  static void on(
      Control control,
      BooleanSupplier isEnabled,
      Runnable copy,
      Consumer<ChartFormat> save,
      Runnable showAll) {
    MenuManager menu = new MenuManager();
    Action copying = action("&Copy", copy);
    copying.setToolTipText("Copies the picture, and its numbers as text");
    menu.add(copying);
    menu.add(new Separator());
    for (ChartFormat format : ChartFormat.values()) {
      menu.add(action("Save as &" + format.name() + " …", () -> save.accept(format)));
    }
    menu.add(new Separator());
    menu.add(action("Show &All\tEsc", showAll));
    menu.addMenuListener(
        m -> {
          for (IContributionItem item : menu.getItems()) {
            if (item instanceof ActionContributionItem entry) {
              entry.getAction().setEnabled(isEnabled.getAsBoolean());
            }
          }
        });
    control.setMenu(menu.createContextMenu(control));
    control.addDisposeListener(e -> menu.dispose());
  }

  private static Action action(String text, Runnable work) {
    return new Action(text) {
      @Override
      public void run() {
        work.run();
      }
    };
  }
}
