package org.pentimento.cli.dropin;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pentimento.api.BadInputException;
import org.pentimento.protocol.catalogue.ExtensionFile;
import org.pentimento.protocol.catalogue.Signer;
import org.pentimento.registry.TrustedVendors;

/** Whose extensions this user accepted, by the keys with which they sign. */
public final class Vendors {
  private final Installer installer;
  private final TrustedVendors accepted;

  Vendors(Installer installer, TrustedVendors accepted) {
    this.installer = installer;
    this.accepted = accepted;
  }

  /**
   * Those whom somebody means by a jar that they signed or by a key's SHA-256.
   *
   * @throws BadInputException if the jar is not signed, or its signature is broken
   */
  public List<Signer> of(String given) throws IOException, InterruptedException {
    Optional<String> key = TrustedVendors.key(given);
    if (key.isPresent()) {
      Map<String, String> all = accepted.all();
      String subject = all.getOrDefault(key.get(), "no name known");
      return List.of(new Signer(subject, key.get(), all.containsKey(key.get())));
    }
    ExtensionFile file = installer.look(given);
    if (file.dropIn().signers().isEmpty()) {
      throw new BadInputException(
          file.dropIn().fate().isLoaded()
              ? given + " is not signed, so there is no key that could be trusted."
              : given + " has no key that could be trusted: " + file.dropIn().words() + ".",
          "Ask whoever made it for a signed one (jarsigner).");
    }
    return file.dropIn().signers();
  }

  /** Those that were accepted. */
  public List<Signer> trusted() throws IOException {
    Map<String, String> all = accepted.all();
    return JarSignature.told(all, all);
  }

  /** Accepts one, for processes that start from now on. */
  public void trust(Signer signer) throws IOException {
    accepted.trust(signer.key(), signer.subject());
  }

  /** Withdraws that; false if it was not accepted. */
  public boolean distrust(Signer signer) throws IOException {
    return accepted.distrust(signer.key());
  }
}
