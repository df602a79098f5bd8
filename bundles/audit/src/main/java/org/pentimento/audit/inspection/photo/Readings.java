package org.pentimento.audit.inspection.photo;

import org.pentimento.casefile.result.photo.PhotoMeasure;

/**
 * What was measured of a photo; a blob of the case.
 *
 * @param distance see {@link PhotoMeasure#DISTANCE}
 * @param transplant see {@link PhotoMeasure#TRANSPLANT}
 * @param inkRise see {@link PhotoMeasure#INK_RISE}
 * @param alteration for which ink rises most
 * @param own root mean square of what the photo has for itself
 */
record Readings(
    double distance, double transplant, double inkRise, Alteration alteration, double own) {
  /** One of them. */
  double value(PhotoMeasure measure) {
    return switch (measure) {
      case DISTANCE -> distance;
      case TRANSPLANT -> transplant;
      case INK_RISE -> inkRise;
    };
  }
}
