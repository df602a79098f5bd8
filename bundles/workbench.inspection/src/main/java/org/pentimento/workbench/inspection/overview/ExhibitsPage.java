package org.pentimento.workbench.inspection.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.ExhibitFound;
import org.pentimento.casefile.result.ExhibitFound.CurveExhibit;
import org.pentimento.casefile.result.ExhibitFound.PictureExhibit;
import org.pentimento.casefile.result.ExhibitFound.TableExhibit;
import org.pentimento.workbench.inspection.contents.BackgroundReading;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.PictureReader;
import org.pentimento.workbench.inspection.contents.PictureSource;
import org.pentimento.workbench.picture.PictureGrid;
import org.pentimento.workbench.picture.TitledPicture;
import org.pentimento.workbench.preview.Previews;
import org.pentimento.workbench.table.CopyRows;

/**
 * What detectors show of a data set or a model as a whole: a list, and beside it the picture or the
 * numbers.
 *
 * @param <S> what is inspected
 */
public final class ExhibitsPage<S extends PictureSource> implements InspectionPage<S> {
  private final Previews previews;
  private final Function<S, List<ExhibitFound>> exhibits;
  private final SashForm sides;
  private final Table list;
  private final Composite shownSide;
  private final StackLayout stack = new StackLayout();
  private final PictureGrid picture;
  private final Table numbers;
  private final BackgroundReading reading;
  private @Nullable S inspection;

  /**
   * Makes an empty page.
   *
   * @param exhibits those of an inspection
   */
  public ExhibitsPage(
      Composite parent, Previews previews, Function<S, List<ExhibitFound>> exhibits) {
    this.previews = previews;
    this.exhibits = exhibits;
    sides = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
    list = table(sides, SWT.SINGLE, "What detectors show of the whole");
    TableColumn captions = new TableColumn(list, SWT.NONE);
    list.addControlListener(
        ControlListener.controlResizedAdapter(e -> captions.setWidth(list.getClientArea().width)));
    list.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> choose()));
    shownSide = new Composite(sides, SWT.NONE);
    shownSide.setLayout(stack);
    picture = new PictureGrid(shownSide, "What a detector shows");
    numbers = table(shownSide, SWT.MULTI, "The numbers that a detector shows");
    numbers.setHeaderVisible(true);
    CopyRows.on(numbers);
    sides.setWeights(40, 60);
    reading = new BackgroundReading(sides);
  }

  private static Table table(Composite parent, int style, String name) {
    Table table = new Table(parent, style | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
    table
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = name));
    return table;
  }

  @Override
  public Control control() {
    return sides;
  }

  @Override
  public void show(S now) {
    inspection = now;
    list.removeAll();
    for (ExhibitFound exhibit : exhibits.apply(now)) {
      new TableItem(list, SWT.NONE).setText(exhibit.caption());
    }
    list.select(0);
    choose();
  }

  private void choose() {
    S of = inspection;
    int index = list.getSelectionIndex();
    if (of == null || index < 0) {
      return;
    }
    ExhibitFound exhibit = exhibits.apply(of).get(index);
    if (exhibit instanceof PictureExhibit one) {
      PictureReader reader = new PictureReader(of, previews);
      stack.topControl = picture.control();
      reading.read(
          "Reading a picture",
          0,
          () -> {
            TitledPicture read = new TitledPicture(one.caption(), reader.stored(one.image()));
            return () -> picture.show(List.of(read));
          });
    } else if (exhibit instanceof TableExhibit one) {
      fill(one.columns(), one.rows());
    } else if (exhibit instanceof CurveExhibit one) {
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i < one.x().size(); i++) {
        rows.add(List.of(String.valueOf(one.x().get(i)), String.valueOf(one.y().get(i))));
      }
      fill(List.of(one.across(), one.up()), rows);
    }
    shownSide.layout();
  }

  private void fill(List<String> columns, List<List<String>> rows) {
    stack.topControl = numbers;
    numbers.setRedraw(false);
    numbers.removeAll();
    for (TableColumn old : numbers.getColumns()) {
      old.dispose();
    }
    columns.forEach(title -> new TableColumn(numbers, SWT.NONE).setText(title));
    rows.forEach(row -> new TableItem(numbers, SWT.NONE).setText(row.toArray(String[]::new)));
    for (TableColumn column : numbers.getColumns()) {
      column.pack();
    }
    numbers.setRedraw(true);
  }

  @Override
  public void setFocus() {
    list.setFocus();
  }
}
