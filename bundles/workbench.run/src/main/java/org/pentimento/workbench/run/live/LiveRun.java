package org.pentimento.workbench.run.live;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.plot.TrainingLosses;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.verdict.TrainingWords;
import org.pentimento.workbench.jobs.ChildJob;

/**
 * An audit of this session, running or ended, and what its process has reported so far. Written by
 * the job's thread, read by the display's as {@link #now() snapshots}. Reports that make no sense
 * are ignored, because a broken process may send anything.
 */
public final class LiveRun {
  private static final int MOST_POINTS = 600;
  private static final int MOST_TRAININGS = 1000;

  private final ChildJob job;
  private final Job.Run order;
  private final Path caseFolder;
  private final Map<String, Training> trainings = new LinkedHashMap<>();
  private long version;
  private String runId = "";
  private String runName = "";
  private String current = "";
  private JobEvent.@Nullable Progress progress;
  private JobEvent.@Nullable Whole whole;
  private JobEvent.@Nullable Waiting waiting;
  private JobEvent.@Nullable Preview preview;
  private State state = State.RUNNING;
  private String message = "";

  LiveRun(ChildJob job, Job.Run order, Path caseFolder) {
    this.job = job;
    this.order = order;
    this.caseFolder = caseFolder;
  }

  /** How far the audit has come. */
  public enum State {
    /** Its process is running. */
    RUNNING,
    /** It carried out the plan. */
    DONE,
    /** It was asked to end. */
    CANCELLED,
    /** It ended before it was done. */
    FAILED
  }

  /** Losses of a training, thinned out as they become many. */
  private static final class Training {
    private long step;
    private long total;
    private final Map<String, Curve> curves = new LinkedHashMap<>();
  }

  private static final class Curve {
    private final List<TrainingLosses.Point> points = new ArrayList<>();
    private long stride = 1;

    void add(long step, double value) {
      if (step % stride != 0) {
        return;
      }
      points.add(new TrainingLosses.Point(step, value));
      if (points.size() > MOST_POINTS) {
        stride *= 2;
        points.removeIf(p -> p.step() % stride != 0);
      }
    }
  }

  /**
   * What is known at a moment.
   *
   * @param version grows with every report
   * @param state of the audit
   * @param message why it failed and what to do, or empty
   * @param progress the latest one, null before the first
   * @param whole how far all of it is, null before that is known
   * @param waiting how it stands in the line of its case, null if it does not wait
   * @param training the training that reported last, or empty
   * @param step the step that this training has reached
   * @param total how many steps it will have, 0 if unknown
   * @param losses of all trainings of the same generator; the clean one is dashed
   * @param preview the latest one, null before the first
   */
  public record Snapshot(
      long version,
      State state,
      String message,
      JobEvent.@Nullable Progress progress,
      JobEvent.@Nullable Whole whole,
      JobEvent.@Nullable Waiting waiting,
      String training,
      long step,
      long total,
      TrainingLosses losses,
      JobEvent.@Nullable Preview preview) {
    /** How the audit stands, in words; empty if it is done. */
    public String words() {
      return switch (state) {
        case RUNNING -> "This audit is running.";
        case DONE -> "";
        case CANCELLED -> "This audit was cancelled.";
        case FAILED -> message.lines().findFirst().orElse("");
      };
    }
  }

  /** Folder of the case that the audit writes to. */
  public Path caseFolder() {
    return caseFolder;
  }

  /** The job that was started. */
  public Job.Run order() {
    return order;
  }

  /** When the job was started. */
  Instant began() {
    return job.began();
  }

  /** Whether this is the audit of a job. */
  boolean is(ChildJob other) {
    return job == other;
  }

  /** The id of the run in the case, empty until the case's log has it. */
  public synchronized String runId() {
    return runId;
  }

  /** The name of the run's plan, empty until the case's log has it. */
  public synchronized String runName() {
    return runName;
  }

  synchronized void known(String id, String name) {
    runId = id;
    runName = name;
    version++;
  }

  /** Whether it waits in the line of its case. */
  public synchronized boolean isWaiting() {
    return state == State.RUNNING && waiting != null;
  }

  /** Whether its process is running. */
  public synchronized boolean isRunning() {
    return state == State.RUNNING;
  }

  /** Asks the process to end; what was finished is kept. */
  public void cancel() {
    job.cancel();
  }

  synchronized void accept(JobEvent event) {
    if (event instanceof JobEvent.Progress p && p.task() != null) {
      progress = p;
      waiting = null;
    } else if (event instanceof JobEvent.Whole all) {
      whole = all;
    } else if (event instanceof JobEvent.Waiting standing) {
      waiting = standing;
    } else if (event instanceof JobEvent.Loss loss) {
      loss(loss);
    } else if (event instanceof JobEvent.Preview p && p.training() != null && p.files() != null) {
      preview = p;
    }
    version++;
  }

  private void loss(JobEvent.Loss loss) {
    if (loss.training() == null || loss.losses() == null) {
      return;
    }
    boolean known = trainings.containsKey(loss.training());
    if (!known && trainings.size() >= MOST_TRAININGS) {
      return;
    }
    current = loss.training();
    Training training = trainings.computeIfAbsent(current, t -> new Training());
    training.step = loss.step();
    training.total = loss.total();
    loss.losses()
        .forEach(
            (name, value) -> {
              if (value != null && Double.isFinite(value) && training.curves.size() < 20) {
                training.curves.computeIfAbsent(name, n -> new Curve()).add(loss.step(), value);
              }
            });
  }

  synchronized void end(State how, String why) {
    state = how;
    message = why;
    version++;
  }

  /** What is known now. */
  public synchronized Snapshot now() {
    List<TrainingLosses.Curve> curves = new ArrayList<>();
    String generator = generator(current);
    trainings.forEach(
        (title, training) -> {
          if (generator(title).equals(generator)) {
            training.curves.forEach(
                (loss, curve) ->
                    curves.add(
                        new TrainingLosses.Curve(
                            TrainingWords.loss(loss),
                            TrainingWords.inWords(title),
                            title.contains("/clean"),
                            curve.points)));
          }
        });
    Training training = trainings.get(current);
    return new Snapshot(
        version,
        state,
        message,
        progress,
        whole,
        waiting,
        current,
        training == null ? 0 : training.step,
        training == null ? 0 : training.total,
        new TrainingLosses(curves),
        preview);
  }

  private static String generator(String training) {
    int end = training.indexOf('/');
    return end < 0 ? training : training.substring(0, end);
  }
}
