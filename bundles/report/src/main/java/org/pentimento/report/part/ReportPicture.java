package org.pentimento.report.part;

/**
 * A picture.
 *
 * @param label below it
 * @param alt what it shows, for those who cannot see it
 * @param key the same for the same picture
 * @param png the file, empty if it is not there
 */
public record ReportPicture(String label, String alt, String key, byte[] png) {
  /** Whether there is something to show. */
  public boolean present() {
    return png.length > 0;
  }
}
