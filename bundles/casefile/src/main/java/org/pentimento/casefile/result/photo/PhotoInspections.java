package org.pentimento.casefile.result.photo;

import java.io.IOException;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.store.Blobs;

/** Reads results of inspections of photos. */
public final class PhotoInspections {
  private PhotoInspections() {}

  /**
   * Reads a result.
   *
   * @param sha SHA-256 of its blob
   * @throws BadInputException if the blob is missing, was changed, holds something else, or was
   *     written by a later version
   */
  public static PhotoInspectionResult read(Blobs blobs, String sha) throws IOException {
    return Results.read(blobs, sha, PhotoInspectionResult.SCHEMA, PhotoInspectionResult.class);
  }
}
