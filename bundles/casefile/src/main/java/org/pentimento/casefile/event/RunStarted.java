package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;

/**
 * A run was started, or started again after it had ended without a result.
 *
 * @param run id of the run
 * @param name of its plan, or as a person named it
 * @param plan SHA-256 of the blob with what was asked for, such as the plan
 * @param kind what it does
 */
public record RunStarted(String run, String name, String plan, RunKind kind) implements RunEvent {
  /** The name of the event in the log. */
  public static final String ACTION = "run-started";

  private static final String KIND = "kind";

  /** Refuses null. */
  public RunStarted {
    requireNonNull(run, "run");
    requireNonNull(name, "name");
    requireNonNull(plan, "plan");
    requireNonNull(kind, "kind");
  }

  /** A run of a plan was started. */
  public RunStarted(String run, String name, String plan) {
    this(run, name, plan, RunKind.AUDIT);
  }

  @Override
  public String action() {
    return ACTION;
  }

  /** The kind is left out for a run of a plan, as it always was. */
  @Override
  public JsonNode body() {
    ObjectNode body = (ObjectNode) CanonicalJson.tree(this);
    if (kind == RunKind.AUDIT) {
      body.remove(KIND);
    }
    return body;
  }

  static RunStarted of(JsonNode body) throws BadInputException {
    if (body instanceof ObjectNode object && !object.has(KIND)) {
      return CanonicalJson.convert(
          object.deepCopy().set(KIND, CanonicalJson.tree(RunKind.AUDIT)), RunStarted.class);
    }
    return CanonicalJson.convert(body, RunStarted.class);
  }

  @Override
  public List<BlobReference> blobs() {
    return List.of(BlobReference.leaf(plan));
  }

  @Override
  public <X extends Exception> void index(EventRows<X> rows) throws X {
    rows.runStarted(this);
  }
}
