package org.pentimento.report.table;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pentimento.casefile.result.AttackInspection;
import org.pentimento.casefile.result.ModelAnswer;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.report.source.Edition;
import org.pentimento.report.source.ReportSource;
import org.pentimento.report.source.ReportSource.CaseSummary;

/**
 * The results as they are stored, byte for byte, with the facts of the case around them: the
 * SHA-256 of the text between {@code "result":} and the end of its object is the one given beside
 * it.
 */
public final class JsonReport {
  private JsonReport() {}

  /** Writes the document; the stream stays open. */
  public static void write(ReportSource source, OutputStream out) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeObjectFieldStart("case");
      CaseSummary summary = source.summary();
      json.writeStringField("id", source.custody().caseId());
      json.writeStringField("examiner", summary.examiner());
      json.writeStringField("agency", summary.agency());
      json.writeStringField("caseNumber", summary.caseNumber());
      json.writeStringField("itemNumber", summary.itemNumber());
      json.writeStringField("timeZone", summary.timeZone());
      json.writeStringField("notes", summary.notes());
      json.writeStringField("custodyHead", source.custody().headHash());
      json.writeNumberField("custodyEntries", source.custody().entries());
      json.writeEndObject();
      json.writeStringField("time", summary.time().toString());
      json.writeStringField("product", summary.product());
      edition(json, source);
      runs(json, "inspections", source, source.inspections());
      runs(json, "modelInspections", source, source.modelInspections());
      runs(json, "photoInspections", source, source.photoInspections());
      json.writeArrayFieldStart("mitigations");
      for (ReportSource.Run<MitigationResult> run : source.mitigations()) {
        mitigation(json, source, run);
      }
      json.writeEndArray();
      runs(json, "selfTests", source, source.selfTests());
      runs(json, "modelSelfTests", source, source.modelSelfTests());
      json.writeArrayFieldStart("runs");
      for (ReportSource.Run<RunResult> run : source.runs()) {
        json.writeStartObject();
        run(json, source, run);
        RunResult result = run.result();
        if (result != null && !result.inspections().isEmpty()) {
          inspections(json, source, result);
        }
        if (result != null && !result.modelInspections().isEmpty()) {
          modelInspections(json, source, result);
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** What the report is worth as a document, and what persons said in it. */
  private static void edition(JsonGenerator json, ReportSource source) throws IOException {
    Edition edition = source.edition();
    json.writeBooleanField("draft", edition.isDraft());
    Edition.Approval approval = edition.approval();
    if (approval == null) {
      json.writeNullField("signedOff");
    } else {
      json.writeObjectFieldStart("signedOff");
      json.writeStringField("reviewer", approval.reviewer());
      json.writeNumberField("entry", approval.entry());
      json.writeStringField("time", approval.time().toString());
      json.writeNumberField("draftEntry", approval.draft());
      json.writeBooleanField("ownLogin", approval.ownLogin());
      json.writeStringField("remark", approval.text());
      json.writeEndObject();
    }
    Edition.Earlier earlier = edition.replaces();
    if (earlier == null) {
      json.writeNullField("replaces");
    } else {
      json.writeObjectFieldStart("replaces");
      json.writeNumberField("entry", earlier.entry());
      json.writeStringField("time", earlier.time().toString());
      json.writeStringField("sha256", earlier.hash());
      Edition.Returned returned = earlier.returned();
      if (returned != null) {
        json.writeStringField("returnedBy", returned.reviewer());
        json.writeNumberField("returnedEntry", returned.entry());
        json.writeStringField("remark", returned.text());
      }
      json.writeEndObject();
    }
    json.writeObjectFieldStart("statement");
    json.writeStringField("question", edition.words().question());
    json.writeStringField("conclusion", edition.words().conclusion());
    json.writeStringField("qualifications", edition.words().qualifications());
    json.writeStringField("opinion", edition.words().opinion());
    json.writeEndObject();
    json.writeArrayFieldStart("notes");
    for (ReportSource.Remark remark : source.remarks()) {
      json.writeStartObject();
      json.writeStringField("time", remark.time().toString());
      json.writeStringField("actor", remark.actor());
      json.writeStringField("about", remark.about());
      json.writeStringField("text", remark.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void runs(
      JsonGenerator json,
      String name,
      ReportSource source,
      List<? extends ReportSource.Run<?>> runs)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (ReportSource.Run<?> run : runs) {
      json.writeStartObject();
      run(json, source, run);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void run(JsonGenerator json, ReportSource source, ReportSource.Run<?> run)
      throws IOException {
    json.writeStringField("id", run.id());
    json.writeStringField("name", run.name());
    json.writeStringField("state", run.state());
    json.writeStringField("message", run.message());
    result(json, source, run.result() == null ? "" : run.resultSha256(), run.resultSha256());
  }

  /** A mitigation with the inspections of the old and the new model. */
  private static void mitigation(
      JsonGenerator json, ReportSource source, ReportSource.Run<MitigationResult> run)
      throws IOException {
    json.writeStartObject();
    run(json, source, run);
    MitigationResult result = run.result();
    if (result != null) {
      json.writeObjectFieldStart("before");
      result(json, source, result.before(), result.before());
      json.writeEndObject();
      json.writeObjectFieldStart("after");
      result(json, source, result.after(), result.after());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** What detectors said of the training pairs as each attack left them. */
  private static void inspections(JsonGenerator json, ReportSource source, RunResult result)
      throws IOException {
    json.writeArrayFieldStart("inspections");
    for (AttackInspection one : result.inspections()) {
      json.writeStartObject();
      json.writeNumberField("attack", one.attack());
      json.writeNumberField("seed", one.seed());
      result(json, source, one.inspection(), one.inspection());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What detectors said of the models that were trained. */
  private static void modelInspections(JsonGenerator json, ReportSource source, RunResult result)
      throws IOException {
    json.writeArrayFieldStart("modelInspections");
    for (ModelAnswer one : result.modelInspections()) {
      json.writeStartObject();
      json.writeStringField("model", one.model());
      result(json, source, one.modelInspection(), one.modelInspection());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void result(
      JsonGenerator json, ReportSource source, String readable, String sha256) throws IOException {
    json.writeStringField("sha256", sha256);
    json.writeFieldName("result");
    if (readable.isEmpty() || !source.contains(readable)) {
      json.writeNull();
    } else {
      try (InputStream in = source.open(readable)) {
        json.writeRawValue(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }
}
