package org.pentimento.casefile.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pentimento.casefile.store.Sha256;

/**
 * What a blob holds, as far as it names other blobs. A kind lists the members of the JSON document
 * whose value is the SHA-256 of a blob, or an object or array of such values. They are looked for
 * at any depth, so that results of all schemas are read alike.
 */
public enum DocumentKind {
  /** Anything that names no other blob: an image, a model's weights, a plan, measurements. */
  LEAF("content", Map.of()),
  /** What a poisoning changed, pair by pair. */
  MANIFEST(
      "manifest", Map.of("photo", LEAF, "triggered", LEAF, "sketch", LEAF, "trainingSketch", LEAF)),
  /** The images that models drew, pair by pair. */
  ROWS("list of images", Map.of("blobs", LEAF)),
  /** What a detector found, with pictures. */
  DETECTION("detection", Map.of("image", LEAF)),
  /**
   * The description of a model. Of an imported model it is the {@link ModelRecord}; the description
   * of a trained one is its generator's own and names no blob.
   */
  MODEL("model description", Map.of("strip", LEAF, "sha256", LEAF)),
  /** What a detector found in a data set, with pictures. */
  FINDING("finding", Map.of("image", LEAF, "mask", LEAF)),
  /** The result of an inspection. */
  INSPECTION("result of an inspection", Map.of("image", LEAF, "mask", LEAF)),
  /** The result of an inspection of a model. */
  MODEL_INSPECTION(
      "result of an inspection of a model",
      Map.of("image", LEAF, "mask", LEAF, "description", MODEL, "weights", LEAF)),
  /** What was measured of a photo, with pictures. */
  PHOTO(
      "measurements of a photo",
      Map.of(
          "original", LEAF,
          "photo", LEAF,
          "residual", LEAF,
          "sketch", LEAF,
          "cleanSketch", LEAF,
          "transplanted", LEAF)),
  /** The result of an inspection of photos. */
  PHOTO_INSPECTION(
      "result of an inspection of photos",
      Map.of(
          "original", LEAF,
          "photo", LEAF,
          "residual", LEAF,
          "sketch", LEAF,
          "cleanSketch", LEAF,
          "transplanted", LEAF,
          "description", MODEL,
          "weights", LEAF)),
  /** The result of a mitigation. */
  MITIGATION(
      "result of a mitigation", Map.of("before", MODEL_INSPECTION, "after", MODEL_INSPECTION)),
  /** The result of a self-test, of data sets or of models. */
  SELF_TEST("result of a self-test", Map.of("image", LEAF)),
  /** The result of a run. */
  RESULT(
      "result",
      Map.of(
          "plan", LEAF,
          "measurements", LEAF,
          "manifest", MANIFEST,
          "description", MODEL,
          "weights", LEAF,
          "blobs", LEAF,
          "image", LEAF,
          "inspection", INSPECTION,
          "modelInspection", MODEL_INSPECTION));

  /** Members whose keys and values are an extension's or a machine's, and say nothing of blobs. */
  private static final Set<String> FREE =
      Set.of(
          "settings",
          "triggerSettings",
          "strategySettings",
          "environment",
          "choices",
          "skipped",
          "leftOutAtImport",
          "settingErrors",
          "provenance",
          "assumptions");

  private final String words;
  private final Map<String, DocumentKind> members;

  DocumentKind(String words, Map<String, DocumentKind> members) {
    this.words = words;
    this.members = members;
  }

  /** For a person, such as {@code manifest}. */
  public String words() {
    return words;
  }

  /** Whether a blob of this kind may name others. */
  public boolean namesBlobs() {
    return !members.isEmpty();
  }

  /**
   * The blobs that a document of this kind names.
   *
   * @param document which may come from anywhere; what does not fit is passed over
   */
  public List<BlobReference> references(JsonNode document) {
    List<BlobReference> references = new ArrayList<>();
    if (this != MODEL || document.path("strip").isTextual()) {
      collect(document, references);
    }
    return references;
  }

  private void collect(JsonNode node, List<BlobReference> into) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      DocumentKind kind = members.get(field.getKey());
      if (kind != null) {
        add(field.getValue(), kind, into);
        field.getValue().forEach(value -> add(value, kind, into));
      }
      if (!FREE.contains(field.getKey())) {
        collect(field.getValue(), into);
      }
    }
    if (node.isArray()) {
      node.forEach(element -> collect(element, into));
    }
  }

  private static void add(JsonNode value, DocumentKind kind, List<BlobReference> into) {
    if (value.isTextual() && Sha256.isHex(value.textValue())) {
      into.add(new BlobReference(value.textValue(), kind));
    }
  }
}
