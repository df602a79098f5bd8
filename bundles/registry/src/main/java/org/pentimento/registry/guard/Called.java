package org.pentimento.registry.guard;

import org.pentimento.api.extension.Kind;

/**
 * A method of an extension.
 *
 * @param kind of the extension
 * @param id of the extension
 * @param call name of the method, such as {@code apply}
 */
public record Called(Kind kind, String id, String call) {
  /** Such as {@code The trigger 'patch'}. */
  public String who() {
    return "The " + kind.word().replace('-', ' ') + " '" + id + "'";
  }
}
