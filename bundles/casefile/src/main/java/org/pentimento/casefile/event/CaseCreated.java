package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.store.NewerVersionException;

/**
 * The first entry of every case. Its body has the fields of {@link CaseInfo} and, beside them, the
 * other three.
 *
 * @param format version of the folder's layout and of the log
 * @param caseId random UUID
 * @param publicKey key that signed the first head, X.509 SubjectPublicKeyInfo in Base64
 * @param info what the case is about
 */
public record CaseCreated(int format, String caseId, String publicKey, CaseInfo info)
    implements Housekeeping {
  /** The name of the event in the log. */
  public static final String ACTION = "case-created";

  /** The version that this program writes and reads. */
  public static final int FORMAT = 1;

  private static final String FORMAT_KEY = "format";
  private static final String CASE_ID = "caseId";
  private static final String PUBLIC_KEY = "publicKey";

  /** Refuses null. */
  public CaseCreated {
    requireNonNull(caseId, "caseId");
    requireNonNull(publicKey, "publicKey");
    requireNonNull(info, "info");
  }

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public JsonNode body() {
    ObjectNode body = (ObjectNode) CanonicalJson.tree(info);
    body.put(FORMAT_KEY, format);
    body.put(CASE_ID, caseId);
    body.put(PUBLIC_KEY, publicKey);
    return body;
  }

  /**
   * Reads the first entry.
   *
   * @throws NewerVersionException if a newer version wrote it
   * @throws BadInputException if it is not the creation of a case
   */
  static CaseCreated of(JsonNode body) throws BadInputException {
    JsonNode format = body.path(FORMAT_KEY);
    if (format.isIntegralNumber()
        && format.bigIntegerValue().bitLength() < Integer.SIZE
        && format.intValue() > FORMAT) {
      throw new NewerVersionException("case", format.intValue());
    }
    if (!(body instanceof ObjectNode object) || format.asInt() != FORMAT) {
      throw new BadInputException(
          "It does not say which case was created.", "Choose an unaltered copy of the case.");
    }
    String caseId = Texts.of(body, CASE_ID);
    String publicKey = Texts.of(body, PUBLIC_KEY);
    ObjectNode info = object.deepCopy();
    info.remove(FORMAT_KEY);
    info.remove(CASE_ID);
    info.remove(PUBLIC_KEY);
    return new CaseCreated(FORMAT, caseId, publicKey, CanonicalJson.convert(info, CaseInfo.class));
  }
}
