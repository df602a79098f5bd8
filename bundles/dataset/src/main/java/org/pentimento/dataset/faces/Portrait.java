package org.pentimento.dataset.faces;

import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.dataset.faces.feature.BeardPainter;
import org.pentimento.dataset.faces.feature.BodyPainter;
import org.pentimento.dataset.faces.feature.BrowPainter;
import org.pentimento.dataset.faces.feature.EyePainter;
import org.pentimento.dataset.faces.feature.GlassesPainter;
import org.pentimento.dataset.faces.feature.HairPainter;
import org.pentimento.dataset.faces.feature.HairShape;
import org.pentimento.dataset.faces.feature.HeadOutline;
import org.pentimento.dataset.faces.feature.MouthPainter;
import org.pentimento.dataset.faces.feature.NosePainter;
import org.pentimento.dataset.faces.feature.Relief;
import org.pentimento.dataset.faces.medium.Camera;
import org.pentimento.dataset.faces.medium.DrawingMedium;
import org.pentimento.dataset.faces.medium.Pencil;
import org.pentimento.dataset.faces.medium.SampleGrid;
import org.pentimento.dataset.faces.person.Person;
import org.pentimento.dataset.faces.person.Shot;

/** Draws one image of one person, from the back to the front, as a photo or as a sketch. */
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
    HeadOutline outline = new HeadOutline(person.head());
    Relief relief = new Relief(person, shot, outline);
    HairShape hair = new HairShape(person, outline);
    new BodyPainter(person, shot, grid, outline, relief, hair).draw(medium);
    new EyePainter(person, shot, grid).draw(medium);
    new NosePainter(person, shot, grid).draw(medium);
    new MouthPainter(person, shot, grid, relief).draw(medium);
    new BeardPainter(person, shot, grid, outline, relief).draw(medium);
    new BrowPainter(person, shot, grid).draw(medium);
    new HairPainter(grid, relief, hair).drawFront(medium);
    new GlassesPainter(person, shot, grid).draw(medium);
    return medium.develop();
  }
}
