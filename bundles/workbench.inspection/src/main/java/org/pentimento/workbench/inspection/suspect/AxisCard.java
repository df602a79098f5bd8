package org.pentimento.workbench.inspection.suspect;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pentimento.api.suspect.Axis;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.workbench.picture.PictureGrid;
import org.pentimento.workbench.picture.TitledPicture;

/** A question about a model with its answer, its numbers, and the pictures that show it. */
final class AxisCard {
  private static final int PICTURES_HEIGHT = 190;

  private final Composite box;
  private final Axis axis;
  private final Label answer;
  private final Label numbers;
  private final PictureGrid pictures;

  /** Makes a card without an answer. */
  AxisCard(Composite parent, Axis axis) {
    this.axis = axis;
    box = new Composite(parent, SWT.BORDER);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 8).spacing(10, 4).applyTo(box);
    Label question = new Label(box, SWT.WRAP);
    question.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    question.setText(ModelInspectionWords.question(axis));
    GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(question);
    answer = new Label(box, SWT.NONE);
    answer.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    GridDataFactory.fillDefaults().align(SWT.END, SWT.BEGINNING).applyTo(answer);
    numbers = new Label(box, SWT.WRAP);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .span(2, 1)
        .hint(160, SWT.DEFAULT)
        .applyTo(numbers);
    pictures = new PictureGrid(box, ModelInspectionWords.question(axis));
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .span(2, 1)
        .hint(160, PICTURES_HEIGHT)
        .exclude(true)
        .applyTo(pictures.control());
    pictures.control().setVisible(false);
  }

  Composite control() {
    return box;
  }

  Axis axis() {
    return axis;
  }

  /** Shows an answer in words; pictures follow when they are read. */
  void show(ModelInspectionResult result, AxisFound found) {
    answer.setText(ModelInspectionWords.answer(found.evidence()));
    List<String> sentences = new ArrayList<>();
    sentences.add(ModelInspectionWords.numbers(found));
    ModelInspectionWords.strongest(result, found)
        .map(look -> ModelInspectionWords.strongest(result, look))
        .ifPresent(sentences::add);
    numbers.setText(String.join("\n", sentences).replace("&", "&&"));
  }

  /** Shows pictures; without any there is no room for them. */
  void show(List<TitledPicture> shown) {
    pictures.show(shown);
    ((GridData) pictures.control().getLayoutData()).exclude = shown.isEmpty();
    pictures.control().setVisible(!shown.isEmpty());
  }
}
