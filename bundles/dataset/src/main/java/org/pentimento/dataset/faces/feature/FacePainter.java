package org.pentimento.dataset.faces.feature;

import org.pentimento.dataset.faces.medium.DrawingMedium;
import org.pentimento.dataset.faces.medium.SampleGrid;
import org.pentimento.dataset.faces.person.Person;
import org.pentimento.dataset.faces.person.Shot;

/** Draws a whole face, from the back to the front. */
public final class FacePainter {
  private FacePainter() {}

  /** Draws backdrop, body, head and features of a person on a medium. */
  public static void draw(Person person, Shot shot, SampleGrid grid, DrawingMedium medium) {
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
  }
}
