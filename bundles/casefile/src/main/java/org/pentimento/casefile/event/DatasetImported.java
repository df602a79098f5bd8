package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.store.PlainNames;

/**
 * A data set came into the case, came again under the same name, or was made of another one.
 *
 * @param dataset what it is and where its files lie
 */
public record DatasetImported(DatasetRecord dataset) implements CaseEvent {
  /** The name of the event in the log. */
  public static final String ACTION = "dataset-imported";

  /** Refuses null. */
  public DatasetImported {
    requireNonNull(dataset, "dataset");
  }

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public JsonNode body() {
    return CanonicalJson.tree(dataset);
  }

  /**
   * The listing of its files, of the pairs left out, the hash list and what did not match it; the
   * files themselves are no blobs.
   */
  @Override
  public List<BlobReference> blobs() {
    DatasetRecord.Part part = dataset.part();
    HashCheck check = dataset.hashes();
    return Stream.of(
            dataset.listing(),
            part == null ? "" : part.leftOut(),
            check == null ? "" : check.list(),
            check == null ? "" : check.details())
        .filter(sha -> !sha.isEmpty())
        .map(BlobReference::leaf)
        .toList();
  }

  @Override
  public void check(Predicate<String> runKnown) throws BadInputException {
    PlainNames.check("data set", dataset.name());
  }

  @Override
  public <X extends Exception> void index(EventRows<X> rows) throws X {
    rows.dataset(dataset);
  }
}
