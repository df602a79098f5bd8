package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An entry whose action this version does not know. It can be read and not be recorded.
 *
 * @param action name of the event in the log
 * @param body anything
 */
public record OtherEvent(String action, JsonNode body) implements CaseEvent {
  /** Refuses null. */
  public OtherEvent {
    requireNonNull(action, "action");
    requireNonNull(body, "body");
  }
}
