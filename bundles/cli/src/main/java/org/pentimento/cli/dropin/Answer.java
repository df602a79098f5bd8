package org.pentimento.cli.dropin;

import java.util.List;
import org.pentimento.protocol.catalogue.ExtensionCatalogue.SetAside;
import org.pentimento.protocol.catalogue.Fate;
import org.pentimento.protocol.catalogue.InstalledExtension;

/**
 * What a bundle said of itself when it was asked, in a process of its own.
 *
 * @param file path of the bundle
 * @param extensions what it offers and can be used
 * @param setAside what it offers and cannot be used
 * @param fate what became of the bundle
 * @param reason why, as a clause; empty if there is nothing to say
 * @param leans whether another answer is to be expected beside other bundles, since something was
 *     missing or taken
 */
record Answer(
    String file,
    List<InstalledExtension> extensions,
    List<SetAside> setAside,
    Fate fate,
    String reason,
    boolean leans) {
  /** An answer that a bundle could not give itself. */
  static Answer instead(String file, Fate fate, String reason) {
    return new Answer(file, List.of(), List.of(), fate, PlainText.of(reason), false);
  }

  /** The answer with what the bundle wrote to the standard streams. */
  Answer printing(String output) {
    String words = output.isEmpty() ? "" : "it prints '" + output + "'";
    String both = reason.isEmpty() || words.isEmpty() ? reason + words : reason + "; " + words;
    return new Answer(file, extensions, setAside, fate, both, leans);
  }

  /**
   * All answers of one process.
   *
   * @param answers one for each bundle that was asked
   */
  record All(List<Answer> answers) {}

  /**
   * An answer that is kept.
   *
   * @param among fingerprint of the bundles that were there when it was given
   */
  record Kept(String among, Answer answer) {
    boolean holdsAmong(String others) {
      return !answer.leans() || among.equals(others);
    }
  }
}
