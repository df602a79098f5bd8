package org.pentimento.report.table;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
      json.writeArrayFieldStart("runs");
      for (ReportSource.Run run : source.runs()) {
        json.writeStartObject();
        json.writeStringField("id", run.id());
        json.writeStringField("name", run.name());
        json.writeStringField("state", run.state());
        json.writeStringField("message", run.message());
        json.writeStringField("sha256", run.resultSha256());
        json.writeFieldName("result");
        if (run.result() == null || !source.contains(run.resultSha256())) {
          json.writeNull();
        } else {
          try (InputStream in = source.open(run.resultSha256())) {
            json.writeRawValue(new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
