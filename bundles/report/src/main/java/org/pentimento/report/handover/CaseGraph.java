package org.pentimento.report.handover;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.json.Timestamps;
import org.pentimento.casefile.log.Entry;

/**
 * A case as a graph in the words of CASE 1.3 and UCO 1.3 (caseontology.org), as JSON-LD: the
 * investigation, who examined, with which tool, the data sets and models with their hashes, each
 * import, run and report as an action with what it took and gave. Two graphs of one case are equal:
 * identifiers come from what they stand for.
 */
final class CaseGraph {
  private static final Map<String, String> NAMESPACES = new LinkedHashMap<>();

  static {
    String uco = "https://ontology.unifiedcyberontology.org/uco/";
    NAMESPACES.put("kb", "urn:pentimento:");
    NAMESPACES.put("case-investigation", "https://ontology.caseontology.org/case/investigation/");
    for (String part : new String[] {"action", "core", "identity", "observable", "tool", "types"}) {
      NAMESPACES.put("uco-" + part, uco + part + "/");
    }
    NAMESPACES.put("uco-vocabulary", uco + "vocabulary/");
    NAMESPACES.put("xsd", "http://www.w3.org/2001/XMLSchema#");
  }

  private final CaseFile caseFile;
  private final Map<String, String> payload;
  private final ArrayNode graph = JsonNodeFactory.instance.arrayNode();
  private final Set<String> files = new HashSet<>();
  private final String examiner;
  private final String tool;

  CaseGraph(CaseFile caseFile, String product, Map<String, String> payload) {
    this.caseFile = caseFile;
    this.payload = payload;
    this.examiner = id("examiner", "");
    this.tool = id("tool", product);
    ObjectNode person = thing(examiner, "uco-identity:Person");
    person.put("uco-core:name", caseFile.info().examiner());
    ObjectNode program = thing(tool, "uco-tool:AnalyticTool");
    program.put("uco-core:name", "Pentimento");
    program.put("uco-tool:version", product.replaceFirst("^Pentimento ", ""));
  }

  /** The graph as text. */
  byte[] json() throws IOException {
    ObjectNode investigation = thing(id("case", ""), "case-investigation:Investigation");
    investigation.put("uco-core:name", name());
    if (!caseFile.info().notes().isBlank()) {
      investigation.put("uco-core:description", caseFile.info().notes());
    }
    ArrayNode objects = investigation.putArray("uco-core:object");
    for (DatasetRecord dataset : caseFile.datasets()) {
      objects.add(reference(dataset(dataset)));
    }
    for (ModelRecord model : caseFile.models()) {
      objects.add(reference(model(model)));
    }
    for (RunRecord run : caseFile.runs()) {
      objects.add(reference(run(run)));
    }
    for (Entry entry : caseFile.entries()) {
      ReportWritten report = entry.as(ReportWritten.class).orElse(null);
      if (report != null) {
        objects.add(reference(report(entry, report)));
      }
    }
    payload.forEach((path, sha) -> objects.add(reference(file("payload", path, path, sha))));
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ObjectNode context = document.putObject("@context");
    NAMESPACES.forEach(context::put);
    document.set("@graph", graph);
    return new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(document)
        .getBytes(StandardCharsets.UTF_8);
  }

  private String name() {
    String number = caseFile.info().caseNumber();
    return number.isBlank() ? caseFile.id() : number;
  }

  private String dataset(DatasetRecord dataset) {
    String id = id("dataset", dataset.name() + dataset.digest());
    ObjectNode node = thing(id, "uco-observable:ObservableObject");
    node.put("uco-core:name", dataset.name());
    node.put(
        "uco-core:description",
        "Data set of "
            + dataset.pairs()
            + " pairs, format "
            + dataset.format()
            + ", "
            + dataset.mode().word()
            + ".");
    node.putArray("uco-core:hasFacet").add(content(id, "", dataset.digest()));
    return id;
  }

  private String model(ModelRecord model) {
    String id = id("model", model.name() + model.strip());
    ObjectNode node = thing(id, "uco-observable:ObservableObject");
    node.put("uco-core:name", model.name());
    node.put("uco-core:description", "Model made elsewhere, format " + model.format() + ".");
    ArrayNode facets = node.putArray("uco-core:hasFacet");
    for (ModelRecord.File file : model.files()) {
      facets.add(content(id + file.path(), file.path(), file.sha256()));
    }
    return id;
  }

  private String run(RunRecord run) {
    ObjectNode action =
        action(id("run", run.id()), run.id(), run.started(), run.ended(), run.name());
    ArrayNode took = action.putArray("uco-action:object");
    took.add(reference(file("stored", run.plan(), "plan of " + run.id(), run.plan())));
    if (!run.result().isEmpty()) {
      action
          .putArray("uco-action:result")
          .add(reference(file("stored", run.result(), "result of " + run.id(), run.result())));
    }
    return action.get("@id").textValue();
  }

  private String report(Entry entry, ReportWritten report) {
    String name = "report of entry " + entry.number();
    ObjectNode action =
        action(id("entry", entry.hash()), name, entry.time(), entry.time(), entry.actor());
    ArrayNode gave = action.putArray("uco-action:result");
    report
        .files()
        .forEach((file, sha) -> gave.add(reference(file("stored", file + sha, file, sha))));
    return action.get("@id").textValue();
  }

  private ObjectNode action(
      String id, String name, Instant from, @Nullable Instant to, String description) {
    ObjectNode action = thing(id, "case-investigation:InvestigativeAction");
    action.put("uco-core:name", name);
    action.put("uco-core:description", description);
    action.set("uco-action:performer", reference(examiner));
    action.set("uco-action:instrument", reference(tool));
    action.set("uco-action:startTime", time(from));
    if (to != null) {
      action.set("uco-action:endTime", time(to));
    }
    return action;
  }

  /** A file that is told once, however many speak of it. */
  private String file(String kind, String key, String name, String sha) {
    String id = id(kind, key);
    if (files.add(id)) {
      ObjectNode node = thing(id, "uco-observable:File");
      node.put("uco-core:name", name);
      node.putArray("uco-core:hasFacet").add(content(id, name, sha));
    }
    return id;
  }

  private ObjectNode content(String of, String path, String sha) {
    ObjectNode facet = JsonNodeFactory.instance.objectNode();
    facet.put("@id", id("content", of));
    facet.put("@type", "uco-observable:ContentDataFacet");
    if (!path.isEmpty()) {
      facet.put("uco-core:description", path);
    }
    ObjectNode hash = facet.putArray("uco-observable:hash").addObject();
    hash.put("@id", id("hash", of));
    hash.put("@type", "uco-types:Hash");
    hash.set("uco-types:hashMethod", typed("uco-vocabulary:HashNameVocab", "SHA256"));
    hash.set("uco-types:hashValue", typed("xsd:hexBinary", sha));
    return facet;
  }

  private ObjectNode thing(String id, String type) {
    return graph.addObject().put("@id", id).put("@type", type);
  }

  private static ObjectNode reference(String id) {
    return JsonNodeFactory.instance.objectNode().put("@id", id);
  }

  private static ObjectNode time(Instant time) {
    return typed("xsd:dateTime", Timestamps.text(time));
  }

  private static ObjectNode typed(String type, String value) {
    return JsonNodeFactory.instance.objectNode().put("@type", type).put("@value", value);
  }

  /** An identifier that no other case has, and that ends with a UUID, as UCO wants it. */
  private String id(String kind, String key) {
    byte[] name = (caseFile.id() + '\n' + kind + '\n' + key).getBytes(StandardCharsets.UTF_8);
    return "kb:" + kind + "-" + UUID.nameUUIDFromBytes(name);
  }
}
