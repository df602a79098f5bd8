package org.pentimento.audit.step;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.pentimento.api.CancelledException;
import org.pentimento.audit.data.Hashes;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.StepFinished;
import org.pentimento.casefile.json.CanonicalJson;

/**
 * The steps of a run. A step is known by a hash of everything its results depend on; one that
 * finished before, in this run or an earlier one, is not done again.
 */
public final class Steps {
  /** What a step does. */
  @FunctionalInterface
  public interface Work {
    /** Does it; gives the SHA-256 of each result's blob by name. */
    Map<String, String> run() throws IOException, CancelledException;
  }

  private final CaseFile caseFile;
  private final String run;
  private final StepListener listener;

  /**
   * The steps of a run that nobody watches.
   *
   * @param run id of the run
   */
  public Steps(CaseFile caseFile, String run) {
    this(caseFile, run, StepListener.NONE);
  }

  /**
   * The steps of a run.
   *
   * @param run id of the run
   */
  public Steps(CaseFile caseFile, String run, StepListener listener) {
    this.caseFile = caseFile;
    this.run = run;
    this.listener = listener;
  }

  /** Id of the run. */
  public String run() {
    return run;
  }

  /** The key of a step of this name with these inputs. */
  public static String key(String name, Map<String, ?> inputs) throws IOException {
    return Hashes.sha256(CanonicalJson.bytes(Map.of("step", name, "inputs", inputs)));
  }

  /**
   * A result of a step.
   *
   * @throws IOException if there is none of that name, as in a log that was tampered with
   */
  public static String result(Map<String, String> results, String name) throws IOException {
    String sha = results.get(name);
    if (sha == null) {
      throw new IOException("a finished step has no result '" + name + "'");
    }
    return sha;
  }

  /** Does a step unless it is done; its results are durable when this returns. */
  public Map<String, String> once(String name, Map<String, ?> inputs, Work work)
      throws IOException, CancelledException {
    String key = key(name, inputs);
    listener.begins(key, name, inputs);
    Optional<Map<String, String>> done = caseFile.step(key);
    if (done.isPresent()) {
      listener.ended(key, true);
      return done.get();
    }
    Map<String, String> results = work.run();
    caseFile.record(new StepFinished(run, key, name, results));
    listener.ended(key, false);
    return results;
  }
}
