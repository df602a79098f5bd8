package org.pentimento.dataset.faces;

import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;

/** Draws one image of one person, from the back to the front, as a photo or as a sketch. */
final class Painter {
  /** How far the features move when the head turns, in face units. */
  static final float YAW = .05f;

  /** How much farther the nose moves. */
  static final float NOSE_YAW = .035f;

  private final Looks looks;
  private final Shot shot;
  private final Grid grid;

  Painter(Looks looks, Shot shot, int width, int height) {
    this.looks = looks;
    this.shot = shot;
    this.grid = new Grid(width, height, shot);
  }

  Image photo() {
    return draw(new Camera(grid, looks, shot));
  }

  Image sketch() {
    return draw(new Pencil(grid, looks, shot));
  }

  /** Centres of the eyes in pixels. */
  Eyes eyes() {
    float shift = shot.yaw() * YAW;
    return new Eyes(grid.point(-.25f + shift, 0f), grid.point(.25f + shift, 0f));
  }

  private Image draw(Medium medium) {
    Outline outline = new Outline(looks.head());
    Relief relief = new Relief(looks, shot, outline);
    HairShape hair = new HairShape(looks, outline);
    new BodyPainter(looks, shot, grid, outline, relief, hair).draw(medium);
    new EyePainter(looks, shot, grid).draw(medium);
    new NosePainter(looks, shot, grid).draw(medium);
    new MouthPainter(looks, shot, grid, relief).draw(medium);
    new BeardPainter(looks, shot, grid, outline, relief).draw(medium);
    new BrowPainter(looks, shot, grid).draw(medium);
    new HairPainter(grid, relief, hair).drawFront(medium);
    new GlassesPainter(looks, shot, grid).draw(medium);
    return medium.develop();
  }
}
