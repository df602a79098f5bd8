package org.pentimento.tests.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** The tree of cases, of which the first is looked at. */
record CaseTree(Driver driver) {
  Tree tree() {
    return driver.control(
        Driver.window(), Tree.class, t -> t.isVisible() && t.getColumnCount() == 0);
  }

  /** All rows of the case: its groups, and what they hold. */
  List<String> rows() {
    return driver.ui(
        () -> {
          List<String> rows = new ArrayList<>();
          if (tree().getItemCount() == 0) {
            return rows;
          }
          for (TreeItem group : expanded(tree().getItem(0)).getItems()) {
            rows.add(group.getText());
            Stream.of(expanded(group).getItems()).map(TreeItem::getText).forEach(rows::add);
          }
          return rows;
        });
  }

  /** Selects the first row of a group that fits, as a person would. */
  void select(String group, Predicate<String> fits) {
    driver.ui(
        () -> {
          select(
              Stream.of(expanded(tree().getItem(0)).getItems())
                  .filter(i -> i.getText().startsWith(group))
                  .flatMap(i -> Stream.of(expanded(i).getItems()))
                  .filter(i -> fits.test(i.getText()))
                  .findFirst()
                  .orElseThrow());
          return true;
        });
  }

  void select(TreeItem item) {
    Driver.page().activate(Driver.page().findView("org.pentimento.workbench.explorer"));
    tree().setSelection(item);
    tree().notifyListeners(SWT.Selection, event(item));
  }

  /** What the menu offers, without marks of keys. */
  List<String> menu() {
    return driver.ui(
        () -> {
          Menu menu = tree().getMenu();
          menu.notifyListeners(SWT.Show, new Event());
          List<String> words =
              Stream.of(menu.getItems())
                  .map(i -> i.getText().replace("&", "").replaceFirst("\t.*", ""))
                  .toList();
          menu.notifyListeners(SWT.Hide, new Event());
          return words;
        });
  }

  private TreeItem expanded(TreeItem item) {
    tree().notifyListeners(SWT.Expand, event(item));
    item.setExpanded(true);
    return item;
  }

  private static Event event(TreeItem item) {
    Event event = new Event();
    event.item = item;
    return event;
  }
}
