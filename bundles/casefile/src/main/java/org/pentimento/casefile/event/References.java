package org.pentimento.casefile.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.casefile.store.Sha256;

/** Which blobs entries lead to. */
public final class References {
  private References() {}

  /**
   * Blobs that an entry names and that have to be there.
   *
   * @throws BadInputException if the body is not what the action asks for
   */
  public static List<String> required(String action, JsonNode body) throws BadInputException {
    return switch (action) {
      case Actions.DATASET_IMPORTED -> {
        String listing = CanonicalJson.convert(body, DatasetRecord.class).listing();
        yield listing.isEmpty() ? List.of() : List.of(listing);
      }
      case Actions.MODEL_IMPORTED -> {
        ModelRecord model = CanonicalJson.convert(body, ModelRecord.class);
        List<String> blobs = new ArrayList<>(List.of(model.strip()));
        model.files().forEach(f -> blobs.add(f.sha256()));
        yield blobs;
      }
      case Actions.STEP_FINISHED ->
          List.copyOf(CanonicalJson.convert(body, StepFinished.class).results().values());
      case Actions.TRAINING_MEASURED -> {
        String checkpoint = CanonicalJson.convert(body, TrainingCost.class).checkpoint();
        yield checkpoint.isEmpty() ? List.of() : List.of(checkpoint);
      }
      case Actions.RUN_STARTED -> List.of(text(action, body, "plan"));
      case Actions.RUN_FINISHED -> List.of(text(action, body, "result"));
      case Actions.REPORT_WRITTEN -> {
        List<String> files = new ArrayList<>();
        for (JsonNode file : body.path("files")) {
          files.add(file.asText());
        }
        yield files;
      }
      default -> List.of();
    };
  }

  /**
   * Blobs that a run's result names and that have to be there: plan, measurements, manifests,
   * models and images.
   *
   * @param result a {@code RunResult} as a tree, which may come from anywhere
   */
  public static List<String> requiredByResult(JsonNode result) {
    List<JsonNode> named = new ArrayList<>();
    named.add(result.path("plan"));
    for (JsonNode comparison : result.path("comparisons")) {
      named.add(comparison.path("measurements"));
      named.add(comparison.path("attack").path("manifest"));
      for (String model : List.of("cleanModel", "poisonedModel")) {
        named.add(comparison.path(model).path("description"));
        named.add(comparison.path(model).path("weights"));
      }
      for (JsonNode row : comparison.path("images")) {
        row.path("blobs").forEach(named::add);
      }
    }
    return named.stream().filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
  }

  /**
   * A text that a body must have.
   *
   * @throws BadInputException if it has not
   */
  public static String text(String action, JsonNode body, String key) throws BadInputException {
    JsonNode value = body.get(key);
    if (value == null || !value.isTextual()) {
      throw new BadInputException(
          "The body of '" + action + "' has no text '" + key + "'.",
          "The program that records it does not fit this version.");
    }
    return value.textValue();
  }

  /** All texts and keys in a tree that look like a SHA-256. */
  public static void collect(JsonNode tree, Set<String> into) {
    if (tree.isTextual() && Sha256.isHex(tree.textValue())) {
      into.add(tree.textValue());
    }
    tree.fieldNames()
        .forEachRemaining(
            name -> {
              if (Sha256.isHex(name)) {
                into.add(name);
              }
            });
    for (JsonNode child : tree) {
      collect(child, into);
    }
  }

  /**
   * Blobs that can be reached from hashes, directly or through JSON blobs that name others. What
   * looks like a hash counts as one: rather a blob too many than one that seems left over.
   */
  public static Set<String> closure(Set<String> hashes, Blobs blobs, Progress progress)
      throws IOException, CancelledException {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(hashes);
    while (!open.isEmpty()) {
      progress.checkCancelled();
      String sha = open.pop();
      if (blobs.contains(sha) && reached.add(sha)) {
        open.addAll(namedIn(sha, blobs));
      }
    }
    return reached;
  }

  /** Hashes in a blob that is JSON; none in any other. */
  private static Set<String> namedIn(String sha, Blobs blobs) throws IOException {
    Set<String> named = new HashSet<>();
    try (InputStream in = new BufferedInputStream(blobs.open(sha))) {
      in.mark(1);
      int first = in.read();
      if (first != '{' && first != '[') {
        return named;
      }
      in.reset();
      JsonParser parser = CanonicalJson.parser(in);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
        if (text && Sha256.isHex(parser.getText())) {
          named.add(parser.getText());
        }
      }
    } catch (JsonProcessingException | BadInputException e) {
      // Not JSON, or damaged, which is found elsewhere; what was read so far may be a reference.
      return named;
    }
    return named;
  }
}
