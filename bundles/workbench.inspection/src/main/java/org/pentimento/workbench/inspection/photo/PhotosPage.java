package org.pentimento.workbench.inspection.photo;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.result.photo.InspectedPhoto;
import org.pentimento.casefile.result.photo.InspectedPhoto.Measured;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.casefile.result.photo.PhotoMeasure;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.PhotoInspectionWords;
import org.pentimento.verdict.PhotoInspectionWords.Captioned;
import org.pentimento.verdict.Statement;
import org.pentimento.workbench.inspection.contents.BackgroundReading;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.PictureReader;
import org.pentimento.workbench.look.Prose;
import org.pentimento.workbench.picture.PictureGrid;
import org.pentimento.workbench.picture.TitledPicture;
import org.pentimento.workbench.preview.Previews;
import org.pentimento.workbench.table.CopyRows;

/** The photos in a table; of the selected one its pictures, and in words what was found. */
final class PhotosPage implements InspectionPage<ShownPhotos> {
  private static final String NONE = "–";

  /** Who goes through the table with the keyboard passes many photos. */
  private static final long PAUSE_MS = 120;

  private final Previews previews;
  private final SashForm rows;
  private final Table table;
  private final PictureGrid pictures;
  private final PictureGrid others;
  private final Prose words;
  private final BackgroundReading reading;
  private @Nullable ShownPhotos inspection;

  /** Makes an empty page. */
  PhotosPage(Composite parent, Previews previews) {
    this.previews = previews;
    rows = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
    table = new Table(rows, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
    table.setHeaderVisible(true);
    column("Photo", 220, SWT.LEFT);
    column("Verdict", 110, SWT.LEFT);
    column("p", 80, SWT.RIGHT);
    column("Least p", 80, SWT.RIGHT);
    column("Place", 170, SWT.LEFT);
    column("Size", 90, SWT.RIGHT);
    for (PhotoMeasure measure : PhotoMeasure.values()) {
      column(PhotoInspectionWords.name(measure), 150, SWT.RIGHT);
    }
    column("Remarks", 320, SWT.LEFT);
    table
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(e -> e.result = "The inspected photos"));
    table.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> choose(PAUSE_MS)));
    CopyRows.on(table);
    SashForm below = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
    SashForm left = new SashForm(below, SWT.VERTICAL | SWT.SMOOTH);
    pictures = grid(left, "The photo and the sketches of it");
    others = grid(left, "What the photo has for itself, on other photos");
    left.setWeights(50, 50);
    words = new Prose(below, "What was found");
    below.setWeights(60, 40);
    rows.setWeights(34, 66);
    reading = new BackgroundReading(rows);
  }

  private static PictureGrid grid(Composite parent, String name) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(12, 4).applyTo(box);
    PictureGrid grid = new PictureGrid(box, name);
    GridDataFactory.fillDefaults().grab(true, true).hint(100, 60).applyTo(grid.control());
    return grid;
  }

  private void column(String title, int width, int alignment) {
    TableColumn column = new TableColumn(table, alignment);
    column.setText(title);
    column.setToolTipText(title);
    column.setWidth(width);
  }

  @Override
  public Control control() {
    return rows;
  }

  @Override
  public void show(ShownPhotos now) {
    inspection = now;
    table.removeAll();
    int first = 0;
    for (InspectedPhoto photo : now.result().photos()) {
      if (photo.flagged() && !now.result().photos().get(first).flagged()) {
        first = table.getItemCount();
      }
      new TableItem(table, SWT.NONE).setText(cells(photo));
    }
    table.select(first);
    table.showSelection();
    choose(0);
  }

  private static String[] cells(InspectedPhoto photo) {
    List<String> cells = new ArrayList<>();
    cells.add(photo.file());
    cells.add(PhotoInspectionWords.name(photo.verdict()));
    cells.add(chance(photo.p()));
    cells.add(chance(photo.leastP()));
    cells.add(PhotoInspectionWords.place(photo));
    cells.add(photo.width() == 0 ? NONE : photo.width() + " × " + photo.height());
    for (PhotoMeasure measure : PhotoMeasure.values()) {
      cells.add(
          photo.measures().stream()
              .filter(measured -> measured.measure() == measure)
              .map(Measured::value)
              .map(NumberWords::value)
              .findFirst()
              .orElse(NONE));
    }
    List<String> remarks = new ArrayList<>(PhotoInspectionWords.remarks(photo));
    if (!photo.problem().isEmpty()) {
      remarks.add(0, photo.problem());
    }
    cells.add(String.join(" ", remarks));
    return cells.toArray(String[]::new);
  }

  private static String chance(@Nullable Double p) {
    return p == null ? NONE : NumberWords.fine(p);
  }

  private void choose(long pauseMs) {
    ShownPhotos of = inspection;
    int index = table.getSelectionIndex();
    if (of == null) {
      return;
    }
    PhotoInspectionResult result = of.result();
    InspectedPhoto photo = index < 0 ? null : result.photos().get(index);
    List<Statement> said = new ArrayList<>();
    if (photo != null) {
      said.add(plain(PhotoInspectionWords.sentence(photo)));
      photo
          .measures()
          .forEach(measured -> said.add(plain(PhotoInspectionWords.sentence(measured))));
    }
    List<Statement> worth = new ArrayList<>();
    worth.add(PhotoInspectionWords.verdict(result));
    PhotoInspectionWords.worth(result).forEach(sentence -> worth.add(plain(sentence)));
    words.show(said, "What this is worth", worth);
    if (photo == null) {
      pictures.show(List.of());
      others.show(List.of());
      return;
    }
    PictureReader reader = new PictureReader(of, previews);
    reading.read(
        "Reading a photo",
        pauseMs,
        () -> {
          List<TitledPicture> read = new ArrayList<>();
          for (Captioned picture : PhotoInspectionWords.pictures(photo)) {
            ImageData data = reader.stored(picture.image());
            read.add(
                new TitledPicture(
                    picture.caption(),
                    data,
                    data != null && read.isEmpty() ? frame(photo, data) : null));
          }
          int last = Math.max(0, read.size() - 1); // of other photos, a sheet in three rows
          return () -> {
            pictures.show(read.subList(0, last));
            others.show(read.subList(last, read.size()));
          };
        });
  }

  /** The place in the photo as it was measured, which may be of another size than it was given. */
  private static @Nullable Rectangle frame(InspectedPhoto photo, ImageData shown) {
    Place place = photo.place();
    if (place == null || photo.width() == 0 || photo.height() == 0) {
      return null;
    }
    double across = (double) shown.width / photo.width();
    double down = (double) shown.height / photo.height();
    return new Rectangle(
        (int) (place.x() * across),
        (int) (place.y() * down),
        Math.max(1, (int) Math.ceil(place.width() * across)),
        Math.max(1, (int) Math.ceil(place.height() * down)));
  }

  private static Statement plain(String words) {
    return new Statement("", words);
  }

  @Override
  public void setFocus() {
    table.setFocus();
  }
}
