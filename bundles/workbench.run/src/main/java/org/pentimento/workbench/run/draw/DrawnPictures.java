package org.pentimento.workbench.run.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.protocol.DrawingSheet.Drawing;
import org.pentimento.workbench.look.SecondaryText;
import org.pentimento.workbench.picture.BoundedPng;
import org.pentimento.workbench.picture.PictureGrid;
import org.pentimento.workbench.picture.TitledPicture;

/**
 * Photos below each other, each with the sketches of all models beside it: a row without the
 * trigger and, below it, a row with it.
 */
final class DrawnPictures {
  private static final int GAP = 10;
  private static final int NARROWEST = 110;
  private static final int WIDEST = 240;
  private static final int CAPTION = 44;

  private final ScrolledComposite scroller;
  private final Composite content;
  private final List<Row> rows = new ArrayList<>();
  private final Consumer<ImageData> copy;

  private record Row(PictureGrid grid, List<TitledPicture> pictures) {}

  /**
   * Shows nothing.
   *
   * @param copy gets a picture that a person wants on the clipboard
   */
  DrawnPictures(Composite parent, Consumer<ImageData> copy) {
    this.copy = copy;
    scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
    scroller.setExpandHorizontal(true);
    scroller.setExpandVertical(true);
    scroller.setShowFocusedControl(true);
    content = new Composite(scroller, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(12, 6).spacing(0, 4).applyTo(content);
    scroller.setContent(content);
    scroller.addListener(SWT.Resize, e -> fit());
  }

  Control control() {
    return scroller;
  }

  /**
   * Shows drawings.
   *
   * @param titles what a person calls a model, by its name
   */
  void show(DrawnSheet drawn, UnaryOperator<String> titles) {
    clear();
    Map<String, List<Drawing>> photos = new LinkedHashMap<>();
    for (Drawing drawing : drawn.sheet().drawings()) {
      photos.computeIfAbsent(drawing.photo(), p -> new ArrayList<>()).add(drawing);
    }
    photos.forEach((photo, drawings) -> photo(photo, drawings, drawn, titles));
    fit();
  }

  void clear() {
    rows.clear();
    for (Control child : content.getChildren()) {
      child.dispose();
    }
  }

  private void photo(
      String photo, List<Drawing> drawings, DrawnSheet drawn, UnaryOperator<String> titles) {
    Label title = new Label(content, SWT.NONE);
    title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    title.setText(plain(photo.substring(photo.lastIndexOf('/') + 1)));
    title.setToolTipText(plain(photo));
    Set<String> fits = new LinkedHashSet<>();
    drawings.forEach(drawing -> drawing.fit().words().ifPresent(fits::add));
    for (String words : fits) {
      Label fit = new Label(content, SWT.WRAP);
      fit.setText(plain(words));
      SecondaryText.colour(fit);
      GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(fit);
    }
    for (PhotoKind kind : PhotoKind.values()) {
      List<TitledPicture> pictures = new ArrayList<>();
      Set<String> seen = new LinkedHashSet<>();
      String with = kind == PhotoKind.TRIGGERED ? ", with trigger" : "";
      for (Drawing drawing : drawings) {
        if (drawing.kind() == kind) {
          if (seen.add(drawing.shown())) {
            String size =
                seen.size() == 1
                    ? ""
                    : " " + drawing.fit().width() + " × " + drawing.fit().height();
            pictures.add(picture("Photo" + size + with, drawn, drawing.shown()));
          }
          pictures.add(picture(titles.apply(drawing.model()) + with, drawn, drawing.sketch()));
        }
      }
      if (!pictures.isEmpty()) {
        row(pictures, photo + with);
      }
    }
  }

  private void row(List<TitledPicture> pictures, String name) {
    PictureGrid grid = new PictureGrid(content, name);
    grid.show(pictures);
    Control control = grid.control();
    GridDataFactory.fillDefaults().grab(true, false).applyTo(control);
    Menu menu = new Menu(control);
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText("&Copy Picture");
    control.setMenu(menu);
    List<TitledPicture> under = new ArrayList<>();
    control.addListener(
        SWT.MenuDetect,
        e -> {
          under.clear();
          grid.at(control.toControl(new Point(e.x, e.y))).ifPresent(under::add);
          e.doit = !under.isEmpty() && under.get(0).data() != null;
        });
    item.addListener(
        SWT.Selection,
        e -> {
          ImageData data = under.isEmpty() ? null : under.get(0).data();
          if (data != null) {
            copy.accept(data);
          }
        });
    rows.add(new Row(grid, pictures));
  }

  private static TitledPicture picture(String title, DrawnSheet drawn, String name) {
    byte[] png = drawn.pictures().getOrDefault(name, new byte[0]);
    return new TitledPicture(title, BoundedPng.decode(png).orElse(null));
  }

  private static String plain(String text) {
    return text.replace("&", "&&");
  }

  /** Gives each row the height that its pictures need at the present width. */
  private void fit() {
    int width = Math.max(NARROWEST, scroller.getClientArea().width - 2 * 12);
    for (Row row : rows) {
      int many = row.pictures().size();
      int columns = Math.max(1, Math.min(many, (width + GAP) / (NARROWEST + GAP)));
      int cell = Math.min(WIDEST, (width - (columns - 1) * GAP) / columns);
      ImageData first = row.pictures().get(0).data();
      double proportion = first == null ? 1.25 : (double) first.height / first.width;
      int lines = (many + columns - 1) / columns;
      int height = lines * ((int) (cell * proportion) + CAPTION) + (lines - 1) * GAP;
      ((GridData) row.grid().control().getLayoutData()).heightHint = height;
    }
    content.layout(true, true);
    scroller.setMinSize(content.computeSize(Math.max(1, width), SWT.DEFAULT));
  }
}
