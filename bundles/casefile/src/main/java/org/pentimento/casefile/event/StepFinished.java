package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * A step of a run is done. A later run whose step has the same key takes its results over.
 *
 * @param run id of the run
 * @param key SHA-256 of all that the results depend on
 * @param name of the step, such as {@code train}
 * @param results SHA-256 of the blobs that the step made, by name
 */
public record StepFinished(String run, String key, String name, Map<String, String> results)
    implements RunEvent {
  /** The name of the event in the log. */
  public static final String ACTION = "step-finished";

  /** Refuses null. */
  public StepFinished {
    requireNonNull(run, "run");
    requireNonNull(key, "key");
    requireNonNull(name, "name");
    requireNonNull(results, "results");
  }

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public List<BlobReference> blobs() {
    return results.entrySet().stream()
        .map(result -> new BlobReference(result.getValue(), kind(result.getKey())))
        .toList();
  }

  private static DocumentKind kind(String result) {
    return switch (result) {
      case "rows" -> DocumentKind.ROWS;
      case "manifest" -> DocumentKind.MANIFEST;
      case "detection" -> DocumentKind.DETECTION;
      case "finding" -> DocumentKind.FINDING;
      case "inspection" -> DocumentKind.INSPECTION;
      case "photo" -> DocumentKind.PHOTO;
      default -> DocumentKind.LEAF;
    };
  }

  @Override
  public <X extends Exception> void index(EventRows<X> rows) throws X {
    rows.step(this);
  }
}
