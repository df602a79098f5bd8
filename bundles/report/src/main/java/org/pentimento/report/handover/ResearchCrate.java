package org.pentimento.report.handover;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.json.Timestamps;
import org.pentimento.casefile.log.Entry;

/**
 * What a folder with a case is, for archives: the metadata of an RO-Crate 1.1
 * (w3id.org/ro/crate/1.1), with runs as actions.
 */
final class ResearchCrate {
  private static final String SPECIFICATION = "https://w3id.org/ro/crate/1.1";
  private static final String EXAMINER = "#examiner";
  private static final String AGENCY = "#agency";
  private static final String PROGRAM = "#program";

  private final CaseFile caseFile;
  private final String product;
  private final Map<String, String> payload;
  private final ArrayNode graph = JsonNodeFactory.instance.arrayNode();

  ResearchCrate(CaseFile caseFile, String product, Map<String, String> payload) {
    this.caseFile = caseFile;
    this.product = product;
    this.payload = payload;
  }

  /** The metadata as text. */
  byte[] json() throws IOException {
    ObjectNode itself = thing("ro-crate-metadata.json", "CreativeWork");
    itself.set("conformsTo", reference(SPECIFICATION));
    itself.set("about", reference("./"));
    CaseInfo info = caseFile.info();
    ObjectNode root = thing("./", "Dataset");
    root.put("name", "Case " + (info.caseNumber().isBlank() ? caseFile.id() : info.caseNumber()));
    root.put(
        "description",
        "An audit of data for photo-to-sketch generators, with its custody log and what is needed"
            + " to verify it.");
    root.put("identifier", caseFile.id());
    root.put("datePublished", Timestamps.text(last()));
    root.put("license", "All rights reserved; the content is evidence.");
    root.set("author", reference(EXAMINER));
    ObjectNode examiner = thing(EXAMINER, "Person");
    examiner.put("name", info.examiner());
    if (!info.agency().isBlank()) {
      examiner.set("affiliation", reference(AGENCY));
      thing(AGENCY, "Organization").put("name", info.agency());
    }
    ObjectNode program = thing(PROGRAM, "SoftwareApplication");
    program.put("name", "Pentimento");
    program.put("softwareVersion", product.replaceFirst("^Pentimento ", ""));
    ArrayNode parts = root.putArray("hasPart");
    payload.forEach(
        (path, sha) -> {
          String id = encoded(path);
          parts.add(reference(id));
          ObjectNode file = thing(id, "File");
          file.put("name", path);
          file.put("sha256", sha);
        });
    ArrayNode mentions = root.putArray("mentions");
    for (RunRecord run : caseFile.runs()) {
      mentions.add(reference("#" + run.id()));
      run(run);
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("@context", SPECIFICATION + "/context");
    document.set("@graph", graph);
    return new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(document)
        .getBytes(StandardCharsets.UTF_8);
  }

  private void run(RunRecord run) {
    ObjectNode action = thing("#" + run.id(), "CreateAction");
    action.put("name", run.name());
    action.put("startTime", Timestamps.text(run.started()));
    Instant ended = run.ended();
    if (ended != null) {
      action.put("endTime", Timestamps.text(ended));
    }
    action.put("actionStatus", "http://schema.org/" + status(run.state()));
    action.set("agent", reference(EXAMINER));
    action.set("instrument", reference(PROGRAM));
    action.set("object", reference(blob(run.plan())));
    if (!run.result().isEmpty()) {
      action.set("result", reference(blob(run.result())));
    }
  }

  private static String status(RunRecord.State state) {
    return switch (state) {
      case STARTED -> "ActiveActionStatus";
      case FINISHED -> "CompletedActionStatus";
      case CANCELLED, FAILED, INTERRUPTED -> "FailedActionStatus";
    };
  }

  private Instant last() throws IOException {
    List<Entry> entries = caseFile.entries();
    return entries.get(entries.size() - 1).time();
  }

  private static String blob(String sha) {
    return "case/blobs/" + sha.substring(0, 2) + "/" + sha.substring(2);
  }

  private static String encoded(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  private ObjectNode thing(String id, String type) {
    return graph.addObject().put("@id", id).put("@type", type);
  }

  private static ObjectNode reference(String id) {
    return JsonNodeFactory.instance.objectNode().put("@id", id);
  }
}
