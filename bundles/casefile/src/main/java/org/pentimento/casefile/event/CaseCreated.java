package org.pentimento.casefile.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.index.Index;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.log.Entry;

/**
 * What the first entry says: the fields of {@link CaseInfo} and these beside them.
 *
 * @param format version of the layout and the log
 * @param caseId random UUID
 * @param publicKey with which the first head was signed
 * @param info what the case is about
 */
public record CaseCreated(int format, String caseId, String publicKey, CaseInfo info) {
  /** The version that this program writes. */
  public static final int FORMAT = 1;

  public ObjectNode body() {
    ObjectNode body = (ObjectNode) CanonicalJson.tree(info);
    body.put("format", format);
    body.put("caseId", caseId);
    body.put("publicKey", publicKey);
    return body;
  }

  /**
   * Reads a first entry.
   *
   * @throws BadInputException if it does not create a case, or one of a newer version
   */
  public static CaseCreated of(Entry first) throws BadInputException {
    JsonNode format = first.body().path("format");
    if (format.isIntegralNumber() && format.bigIntegerValue().bitLength() < Integer.SIZE) {
      if (format.intValue() > FORMAT) {
        throw Index.newer("case", format.intValue());
      }
    }
    if (!first.action().equals(Actions.CASE_CREATED)
        || !(first.body() instanceof ObjectNode body)
        || format.asInt() != FORMAT) {
      throw new BadInputException(
          "custody.jsonl does not begin with the creation of a case.",
          "Choose an unaltered copy of the case.");
    }
    String caseId = References.text(first.action(), body, "caseId");
    String publicKey = References.text(first.action(), body, "publicKey");
    ObjectNode info = body.deepCopy();
    info.remove("format");
    info.remove("caseId");
    info.remove("publicKey");
    return new CaseCreated(FORMAT, caseId, publicKey, CanonicalJson.convert(info, CaseInfo.class));
  }
}
