package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.store.PlainNames;

/**
 * A model that was made elsewhere came into the case, or came again under the same name.
 *
 * @param model what it is and which blobs hold its files
 */
public record ModelImported(ModelRecord model) implements CaseEvent {
  /** The name of the event in the log. */
  public static final String ACTION = "model-imported";

  /** Refuses null. */
  public ModelImported {
    requireNonNull(model, "model");
  }

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public JsonNode body() {
    return CanonicalJson.tree(model);
  }

  @Override
  public List<BlobReference> blobs() {
    List<BlobReference> blobs = new ArrayList<>();
    blobs.add(BlobReference.leaf(model.strip()));
    model.files().forEach(file -> blobs.add(BlobReference.leaf(file.sha256())));
    return blobs;
  }

  @Override
  public void check(Predicate<String> runKnown) throws BadInputException {
    PlainNames.check("model", model.name());
  }
}
