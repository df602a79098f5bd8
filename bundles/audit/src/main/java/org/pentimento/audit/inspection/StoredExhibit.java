package org.pentimento.audit.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.Exhibit;

/**
 * An {@link Exhibit} as a part of a blob, of whatever kind: only one of the components is there.
 *
 * @param picture a picture with its image as SHA-256
 * @param table a table
 * @param curve a curve
 */
public record StoredExhibit(
    @Nullable StoredPicture picture, Exhibit.@Nullable Table table, Exhibit.@Nullable Curve curve) {

  /** An {@link Exhibit.Picture}. */
  public record StoredPicture(String caption, String image) {
    /** A picture whose image is kept. */
    public static StoredPicture of(Exhibit.Picture picture, ImageKeeper images) throws IOException {
      return new StoredPicture(picture.caption(), images.put(picture.image()));
    }

    /** The picture, its image read back. */
    public Exhibit.Picture picture(KeptImages images) throws IOException {
      return new Exhibit.Picture(caption, images.get(image));
    }
  }

  /** Exhibits whose images are kept. */
  public static List<StoredExhibit> of(List<Exhibit> exhibits, ImageKeeper images)
      throws IOException {
    List<StoredExhibit> stored = new ArrayList<>();
    for (Exhibit exhibit : exhibits) {
      if (exhibit instanceof Exhibit.Picture picture) {
        stored.add(new StoredExhibit(StoredPicture.of(picture, images), null, null));
      } else if (exhibit instanceof Exhibit.Table table) {
        stored.add(new StoredExhibit(null, table, null));
      } else if (exhibit instanceof Exhibit.Curve curve) {
        stored.add(new StoredExhibit(null, null, curve));
      }
    }
    return stored;
  }

  /** The exhibits, their images read back. */
  public static List<Exhibit> exhibits(List<StoredExhibit> stored, KeptImages images)
      throws IOException {
    List<Exhibit> exhibits = new ArrayList<>();
    for (StoredExhibit one : stored) {
      if (one.picture != null) {
        exhibits.add(one.picture.picture(images));
      } else {
        exhibits.add(one.table == null ? Objects.requireNonNull(one.curve) : one.table);
      }
    }
    return exhibits;
  }
}
