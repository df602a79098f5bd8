package org.pentimento.cli.dropin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Version;
import org.pentimento.cli.console.ShellWord;
import org.pentimento.protocol.catalogue.Confined;
import org.pentimento.protocol.catalogue.DropIn;
import org.pentimento.protocol.catalogue.Fate;

/**
 * A file among the extensions, as far as it can be told without running any of it.
 *
 * @param file where it lies
 * @param sha256 of its content, empty if it cannot be read
 * @param bundle symbolic name, empty if it is no bundle
 * @param version of the bundle
 * @param vendor who made it, empty if that is not said
 * @param signers the subjects of those who signed every file of it, by the SHA-256 of their keys
 * @param starts whether it has code that runs when it is started
 * @param window whether it wants to add to the window in Eclipse's own way
 * @param fate {@link Fate#IN_USE} if nothing speaks against asking it what it is
 * @param reason why it has another fate, as a clause
 */
record LookedAt(
    Path file,
    String sha256,
    String bundle,
    Version version,
    String vendor,
    Map<String, String> signers,
    boolean starts,
    boolean window,
    Fate fate,
    String reason) {
  /** A file of which nothing is known but why it is of no use. */
  static LookedAt useless(Path file, String sha256, Fate fate, String reason) {
    return new LookedAt(
        file,
        sha256,
        "",
        Version.emptyVersion,
        "",
        Map.of(),
        false,
        false,
        fate,
        PlainText.of(reason));
  }

  LookedAt with(Fate other, String why) {
    return new LookedAt(
        file, sha256, bundle, version, vendor, signers, starts, window, other, PlainText.of(why));
  }

  LookedAt signedBy(Map<String, String> those) {
    return new LookedAt(file, sha256, bundle, version, vendor, those, starts, window, fate, reason);
  }

  /** Whether one of its signers was accepted. */
  boolean isBy(Map<String, String> accepted) {
    return signers.keySet().stream().anyMatch(accepted::containsKey);
  }

  /** The same as it is for somebody who accepted these vendors. */
  LookedAt judged(Map<String, String> accepted) {
    if (!window || !fate.isLoaded() || isBy(accepted)) {
      return this;
    }
    String why =
        signers.isEmpty()
            ? "its window part is not loaded: it is not signed, so its vendor cannot be trusted"
            : "its window part is not loaded: its vendor is not trusted; to change that: pentimento"
                + " extensions trust "
                + ShellWord.of(file.toString());
    return with(
        fate == Fate.WINDOW ? Fate.NOT_TRUSTED : fate,
        reason.isEmpty() ? why : reason + "; " + why);
  }

  boolean isBundle() {
    return !bundle.isEmpty();
  }

  /**
   * What there is to tell of it.
   *
   * @param confined how far it is locked in
   * @param accepted vendors by their keys
   */
  DropIn told(Fate told, List<String> why, Confined confined, Map<String, String> accepted) {
    return new DropIn(
        file.toString(),
        sha256,
        bundle,
        isBundle() ? version.toString() : "",
        vendor,
        JarSignature.told(signers, accepted),
        told,
        confined,
        String.join("; ", why));
  }

  DropIn told(Confined confined, Map<String, String> accepted) {
    return told(fate, reason.isEmpty() ? List.of() : List.of(reason), confined, accepted);
  }
}
