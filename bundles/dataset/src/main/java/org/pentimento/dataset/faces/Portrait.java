package org.pentimento.dataset.faces;

import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.dataset.faces.feature.FacePainter;
import org.pentimento.dataset.faces.medium.Camera;
import org.pentimento.dataset.faces.medium.DrawingMedium;
import org.pentimento.dataset.faces.medium.Pencil;
import org.pentimento.dataset.faces.medium.SampleGrid;
import org.pentimento.dataset.faces.person.Person;
import org.pentimento.dataset.faces.person.Shot;

/** One image of one person, which can be drawn as a photo and as a sketch. */
final class Portrait {
  private final Person person;
  private final Shot shot;
  private final SampleGrid grid;

  Portrait(Person person, Shot shot, int width, int height) {
    this.person = person;
    this.shot = shot;
    this.grid = new SampleGrid(width, height, shot);
  }

  Image photo() {
    return draw(new Camera(grid, person, shot));
  }

  Image sketch() {
    return draw(new Pencil(grid, person, shot));
  }

  /** Centres of the eyes in pixels. */
  Eyes eyes() {
    float shift = shot.yaw() * Shot.YAW;
    return new Eyes(grid.point(-.25f + shift, 0f), grid.point(.25f + shift, 0f));
  }

  private Image draw(DrawingMedium medium) {
    FacePainter.draw(person, shot, grid, medium);
    return medium.develop();
  }
}
