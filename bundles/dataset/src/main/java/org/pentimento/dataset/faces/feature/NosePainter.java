package org.pentimento.dataset.faces.feature;

import org.pentimento.dataset.faces.medium.DrawingMedium;
import org.pentimento.dataset.faces.medium.Material;
import org.pentimento.dataset.faces.medium.SampleGrid;
import org.pentimento.dataset.faces.medium.Stroke;
import org.pentimento.dataset.faces.person.Person;
import org.pentimento.dataset.faces.person.Shot;

/** Nostrils, wings and the lines beside the nose; its form comes from the light. */
final class NosePainter {
  private final Person person;
  private final Shot shot;
  private final SampleGrid grid;

  NosePainter(Person person, Shot shot, SampleGrid grid) {
    this.person = person;
    this.shot = shot;
    this.grid = grid;
  }

  void draw(DrawingMedium medium) {
    float centre = shot.yaw() * (Shot.YAW + Shot.NOSE_YAW);
    float tip = person.nose().length();
    float wing = person.nose().width();
    for (float side : new float[] {-1f, 1f}) {
      new Stroke(
              centre + side * wing * .28f,
              tip + .045f,
              centre + side * wing * .52f,
              tip + .020f,
              centre + side * wing * .80f,
              tip + .042f,
              .013f,
              .3f,
              .80f)
          .draw(grid, medium, Material.CREASE, 1f);
      new Stroke(
              centre + side * wing * .98f,
              tip - .045f,
              centre + side * wing * 1.38f,
              tip + .02f,
              centre + side * wing * .86f,
              tip + .052f,
              .006f,
              .3f,
              .48f)
          .draw(grid, medium, Material.CREASE, 1f);
      fold(medium, side, centre, tip, wing);
    }
    new Stroke(
            centre - wing * .34f,
            tip + .052f,
            centre,
            tip + .080f,
            centre + wing * .34f,
            tip + .052f,
            .006f,
            .4f,
            .40f)
        .draw(grid, medium, Material.CREASE, 1f);
    float dark = shot.lightX() > 0f ? -1f : 1f;
    new Stroke(
            dark * .095f + centre * .3f,
            -.10f,
            dark * .045f + centre * .6f,
            .10f,
            dark * .068f + centre,
            tip - .09f,
            .006f,
            .2f,
            .42f)
        .draw(grid, medium, Material.CONTOUR, 1f);
  }

  /** The line from the nose to the corner of the mouth. */
  private void fold(DrawingMedium medium, float side, float centre, float tip, float wing) {
    float corner = person.mouth().width();
    new Stroke(
            centre + side * (wing + .035f),
            tip - .02f,
            centre + side * (corner + .02f),
            tip + .07f,
            centre * .6f + side * (corner + .055f),
            person.mouth().y() - .02f,
            .006f,
            .15f,
            .10f + .36f * person.age())
        .draw(grid, medium, Material.CREASE, 1f);
  }
}
