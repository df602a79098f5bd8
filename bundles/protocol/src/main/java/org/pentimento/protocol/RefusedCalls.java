package org.pentimento.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pentimento.protocol.JobEvent.Call;
import org.pentimento.protocol.json.WireJson;

/** The calls of extensions that a job is started without, because they made its process useless. */
public final class RefusedCalls {
  /** The variable by which a job's process is told. */
  private static final String VARIABLE = "PENTIMENTO_WITHOUT_CALLS";

  /** How often a job is started again at most. */
  private static final int MOST = 20;

  private final List<Call> calls = new ArrayList<>();

  /** Adds one; gives whether it makes sense to start the job again. */
  boolean add(Call call) {
    boolean known =
        calls.stream()
            .anyMatch(
                c ->
                    c.kind().equals(call.kind())
                        && c.extension().equals(call.extension())
                        && c.method().equals(call.method()));
    return !known && calls.size() < MOST && calls.add(call);
  }

  /** Tells a process that is about to be started. */
  void tell(Map<String, String> environment) {
    environment.put(VARIABLE, WireJson.line(calls));
  }

  /** Those that a process was told, by its environment; none if nothing can be read there. */
  public static List<Call> of(Map<String, String> environment) {
    String told = environment.get(VARIABLE);
    try {
      return told == null ? List.of() : List.of(WireJson.read(told, Call[].class));
    } catch (JsonProcessingException e) {
      return List.of(); // somebody else's variable
    }
  }

  /** What whoever waits for the job is told. */
  static JobEvent.Note note(Call call) {
    return new JobEvent.Note(
        "The "
            + call.kind().replace('-', ' ')
            + " '"
            + call.extension()
            + "' kept the job from going on in "
            + call.method()
            + ": "
            + call.problem()
            + ". The job goes on from its last finished step without that.");
  }
}
