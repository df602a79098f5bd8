package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * Another key signs from now on: another user, or a user who lost the key, opened the case.
 *
 * @param from public key that signed before, X.509 SubjectPublicKeyInfo in Base64
 * @param to public key that signs from this entry on
 */
public record KeyChanged(String from, String to) implements Housekeeping {
  /** The name of the event in the log. */
  public static final String ACTION = "key-changed";

  /** Refuses null. */
  public KeyChanged {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
  }

  @Override
  public String action() {
    return ACTION;
  }
}
