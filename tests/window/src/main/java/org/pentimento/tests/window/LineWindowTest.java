package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.line.LeftLine;
import org.pentimento.casefile.line.Line;
import org.pentimento.casefile.line.LineTurn;

/** The view of plans that run or wait in line. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LineWindowTest {
  private static final String VIEW = "org.pentimento.workbench.run.line";

  private Driver driver;
  private Path caseFolder;
  private IViewPart view;
  private final List<LineTurn> turns = new ArrayList<>();

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    driver = opened;
    caseFolder = temporary.toRealPath().resolve("line.case");
    MadeUpCase.write(caseFolder);
    driver.openCase(caseFolder);
    for (String plan : List.of("first look", "reach", "blindness")) {
      turns.add(LineTurn.take(caseFolder, plan));
      Thread.sleep(5); // places go by milliseconds
    }
    turns.get(0).begin();
    view = driver.ui(() -> Driver.page().showView(VIEW));
  }

  private TableViewer viewer() {
    return (TableViewer) view.getSite().getSelectionProvider();
  }

  private List<String> rows() {
    return driver.ui(
        () ->
            Stream.of(viewer().getTable().getItems())
                .map(i -> i.getText(0) + " " + i.getText(1))
                .toList());
  }

  private void choose(int row) {
    driver.ui(
        () -> {
          viewer().setSelection(new StructuredSelection(viewer().getElementAt(row)));
          return true;
        });
  }

  private void press(String action) {
    driver.ui(
        () -> {
          Stream.of(view.getViewSite().getActionBars().getToolBarManager().getItems())
              .filter(ActionContributionItem.class::isInstance)
              .map(i -> ((ActionContributionItem) i).getAction())
              .filter(a -> a.getText().equals(action))
              .findFirst()
              .orElseThrow()
              .run();
          return true;
        });
  }

  @Test
  @Order(1)
  void showsWhoRunsAndWhoWaits() {
    Driver.await(
        "the line",
        () ->
            rows()
                .equals(
                    List.of(
                        "Running first look",
                        "Waits, 1. in line reach",
                        "Waits, 2. in line blindness")));
    driver.picture(Driver.window(), "line");
  }

  @Test
  @Order(2)
  void changesTheOrderAndPauses() throws Exception {
    choose(2);
    press("Move Up");
    Driver.await("another order", () -> rows().get(1).endsWith("blindness"));
    press("Pause");
    Driver.await("a paused line", () -> rows().get(1).startsWith("Paused, 1."));
    assertThat(Line.of(caseFolder).paused()).isTrue();
    press("Resume");
    Driver.await("a line that goes on", () -> rows().get(1).startsWith("Waits, 1."));
  }

  @Test
  @Order(3)
  void takesAPlanOut() throws Exception {
    choose(1);
    press("Take Out");
    Driver.await("a plan that is told to leave", () -> turns.get(2).look().removed());
    turns.get(2).leave(LeftLine.How.CANCELLED);
    turns.get(0).leave(LeftLine.How.DONE);
    turns.get(1).leave(LeftLine.How.DONE);
    Driver.await("an empty line", () -> rows().isEmpty());
  }
}
