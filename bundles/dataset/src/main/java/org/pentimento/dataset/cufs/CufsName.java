package org.pentimento.dataset.cufs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a CUFS file says. Each part of the database, and within CUHK each series ({@code
 * f}, {@code f1}, {@code m}, {@code m1}), counts its people separately, so part and series belong
 * to the key.
 *
 * @param subset CUHK, AR or XM2VTS
 * @param person unique in the whole database
 * @param key what a photo and its sketch have in common
 * @param sketch whether the name is a sketch's
 */
record CufsName(String subset, String person, String key, boolean sketch) {
  private static final Pattern SKETCH_END = Pattern.compile("[-_ ]sz\\d*$");
  private static final Pattern CUHK = Pattern.compile("([fm])([12]?)[-_](\\d{3})[-_](\\d{2})");
  private static final Pattern AR = Pattern.compile("([mw])(p?)[-_](\\d{3})[-_](\\d)");
  private static final Pattern XM2VTS = Pattern.compile("(\\d{3})[-_](\\d)[-_](\\d)");

  /**
   * Reads a file name without its ending, in capitals or small letters; empty if CUFS has no such
   * names.
   */
  static Optional<CufsName> parse(String stem) {
    String lower = stem.toLowerCase(Locale.ROOT);
    String name = SKETCH_END.matcher(lower).replaceFirst("");
    boolean sketch = !name.equals(lower);
    Matcher cuhk = CUHK.matcher(name);
    if (cuhk.matches()) {
      // F2 and M2 mark sketches of the training part; their photos are plain f and m.
      String series = cuhk.group(1) + (cuhk.group(2).equals("2") ? "" : cuhk.group(2));
      return of("CUHK", series + "-" + cuhk.group(3), "-" + cuhk.group(4), sketch);
    }
    Matcher ar = AR.matcher(name);
    if (ar.matches()) {
      return of("AR", ar.group(1) + "-" + ar.group(3), "-" + ar.group(4), sketch);
    }
    Matcher xm2vts = XM2VTS.matcher(name);
    if (xm2vts.matches()) {
      return of("XM2VTS", xm2vts.group(1), "_" + xm2vts.group(2) + "_" + xm2vts.group(3), sketch);
    }
    return Optional.empty();
  }

  private static Optional<CufsName> of(
      String subset, String person, String session, boolean sketch) {
    String identity = subset.toLowerCase(Locale.ROOT) + "/" + person;
    return Optional.of(new CufsName(subset, identity, identity + session, sketch));
  }
}
