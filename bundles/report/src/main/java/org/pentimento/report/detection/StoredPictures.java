package org.pentimento.report.detection;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.report.part.BlobBytes;
import org.pentimento.report.part.PicturePixels;
import org.pentimento.report.part.ReportPicture;

/** Pictures that detectors gave, out of the case; what cannot be decoded is not there. */
public final class StoredPictures {
  private static final byte[] NOTHING = {};

  private final BlobBytes blobs;

  /** Has read nothing yet. */
  public StoredPictures(BlobBytes blobs) {
    this.blobs = blobs;
  }

  /** A picture with what it shows below it. */
  public ReportPicture picture(String label, String alt, @Nullable String sha) throws IOException {
    byte[] png = blobs.of(sha).orElse(NOTHING);
    boolean shown = png.length > 0 && PicturePixels.decode(png).isPresent();
    return new ReportPicture(label, alt, sha == null ? "" : sha, shown ? png : NOTHING);
  }

  /** A picture with a frame around a place. */
  public ReportPicture framed(String label, String alt, String sha, Place place)
      throws IOException {
    Optional<PicturePixels> pixels = blobs.pixels(sha);
    Rectangle frame = new Rectangle(place.x(), place.y(), place.width(), place.height());
    byte[] png = pixels.map(p -> p.framed(frame)).orElse(NOTHING);
    return new ReportPicture(label, alt, sha + "-place", png);
  }
}
