package org.pentimento.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.protocol.json.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parent's side of a job that outlives its parent: a child process that talks through files
 * instead of pipes, in a folder of its own:
 *
 * <pre>
 * job.json       the job, its standard input
 * events.jsonl   its standard output, an event a line
 * errors.txt     its standard error
 * process.json   what it is called and which process it is
 * calls          which extensions are being called
 * cancel         when this file appears, the job is to stop
 * </pre>
 *
 * Any later process finds the job by that folder, and hears all its events from the first on.
 */
public final class DetachedJob {
  /** What a job server is told, followed by the folder, so that the end of its input is no stop. */
  public static final String ARGUMENT = "--detached";

  static final String CANCEL = "cancel";

  private static final Logger LOG = LoggerFactory.getLogger(DetachedJob.class);
  private static final String JOB = "job.json";
  private static final String EVENTS = "events.jsonl";
  private static final String ERRORS = "errors.txt";
  private static final String PROCESS = "process.json";
  private static final String CALLS = "calls";
  private static final long POLL_MS = 100;
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final Duration LAST_STEPS = Duration.ofSeconds(10);

  /** Clocks are set; a process that began so much earlier or later is another one. */
  private static final Duration SAME_START = Duration.ofSeconds(2);

  private static final int MOST_ERRORS = 4000;

  /**
   * Which process it is. Ids of processes are used again, so the start counts too.
   *
   * @param name for people
   * @param pid id of the process
   * @param started when the process began, in milliseconds since 1970; 0 if that cannot be told
   */
  record Identity(String name, long pid, long started) {}

  private final Path folder;
  private final Job job;
  private final @Nullable ProcessBuilder builder;
  private final RefusedCalls refused = new RefusedCalls();
  private volatile Identity identity;
  private volatile @Nullable Process child;
  private volatile @Nullable Instant cancelled;
  private boolean forced;

  private DetachedJob(
      Path folder,
      Identity identity,
      Job job,
      @Nullable ProcessBuilder builder,
      @Nullable Process child) {
    this.folder = folder;
    this.identity = identity;
    this.job = job;
    this.builder = builder;
    this.child = child;
  }

  /**
   * Starts a job.
   *
   * @param command starts the product as a job server, in a session of its own if the job is to go
   *     on when the terminal is closed
   * @param root folder in which each job has one of its own; made if it does not exist
   * @param name for people
   * @param threads for the native libraries of the child
   */
  public static DetachedJob start(
      List<String> command, Path root, String name, Job job, int threads) throws IOException {
    Path folder = OwnerOnly.createFolders(root).resolve(UUID.randomUUID().toString());
    Path part = OwnerOnly.createFolder(root.resolve(folder.getFileName() + ".part"));
    Files.writeString(part.resolve(JOB), WireJson.line(job) + "\n");
    Files.createFile(part.resolve(EVENTS));
    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    List<String> line = new ArrayList<>(command);
    line.add(ARGUMENT);
    line.add(folder.toString());
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.redirectInput(folder.resolve(JOB).toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(EVENTS).toFile()));
    builder.redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve(ERRORS).toFile()));
    JobProcess.threads(builder.environment(), threads);
    CallsFile.tell(builder.environment(), folder.resolve(CALLS));
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      delete(folder);
      throw e;
    }
    return new DetachedJob(folder, identified(folder, name, process), job, builder, process);
  }

  /** Writes down which process it is. */
  private static Identity identified(Path folder, String name, Process process) throws IOException {
    Identity identity = new Identity(name, process.pid(), started(process.toHandle()));
    Path written = folder.resolve(PROCESS + ".part");
    Files.writeString(written, WireJson.line(identity));
    Files.move(written, folder.resolve(PROCESS), StandardCopyOption.ATOMIC_MOVE);
    return identity;
  }

  /**
   * The jobs that were started by whomever and not yet forgotten, whether they go on or not. What
   * cannot be read is passed over.
   *
   * @param root as given to {@link #start}
   */
  public static List<DetachedJob> in(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<DetachedJob> found = new ArrayList<>();
    try (Stream<Path> folders = Files.list(root)) {
      for (Path folder : folders.sorted(Comparator.comparing(DetachedJob::began)).toList()) {
        try {
          Identity identity =
              WireJson.read(Files.readString(folder.resolve(PROCESS)).strip(), Identity.class);
          Job job = WireJson.read(Files.readString(folder.resolve(JOB)).strip(), Job.class);
          found.add(new DetachedJob(folder, identity, job, null, null));
        } catch (IOException e) {
          LOG.warn("There is no job in {}", folder, e);
        }
      }
    }
    return found;
  }

  private static Instant began(Path folder) {
    try {
      return Files.getLastModifiedTime(folder.resolve(JOB)).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH; // read, and found to be no job, later
    }
  }

  /** What it is called. */
  public String name() {
    return identity.name();
  }

  /** What it was asked to do. */
  public Job job() {
    return job;
  }

  /** When it was asked for, just before its process began. */
  public Instant began() {
    return began(folder);
  }

  /** The id of its process. */
  public long pid() {
    return identity.pid();
  }

  /** Whether its process is there. */
  public boolean isAlive() {
    Process started = child;
    if (started != null) {
      return started.isAlive();
    }
    return handle().isPresent();
  }

  private Optional<ProcessHandle> handle() {
    return ProcessHandle.of(identity.pid())
        .filter(ProcessHandle::isAlive)
        .filter(h -> h.info().command().isPresent()) // a zombie has none
        .filter(h -> Math.abs(started(h) - identity.started()) <= SAME_START.toMillis());
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /**
   * Passes on all events from the first on until the job ends or nobody wants to listen any more.
   *
   * @param goOn asked several times a second, in the same thread
   * @return the last event, which is passed on too; null if {@code goOn} said no
   */
  public @Nullable JobEvent await(Consumer<JobEvent> events, BooleanSupplier goOn) {
    try (FileChannel channel = FileChannel.open(folder.resolve(EVENTS), StandardOpenOption.READ)) {
      Tail tail = new Tail(channel);
      UnexpectedOutput unexpected = new UnexpectedOutput();
      JobEvent last = null;
      Instant ended = null;
      while (goOn.getAsBoolean()) {
        boolean alive = isAlive(); // before reading, so that nothing said before the end is missed
        for (String line = tail.line(); line != null; line = tail.line()) {
          JobEvent event = event(line, unexpected);
          if (event != null && event.endsJob()) {
            last = event;
            ended = Instant.now();
          } else if (event != null) {
            last = null; // it was started again
            ended = null;
            events.accept(event);
          }
        }
        if (!alive || (ended != null && ended.plus(LAST_STEPS).isBefore(Instant.now()))) {
          JobEvent told = last == null ? endedWithoutAWord(unexpected) : last;
          if (!alive && startAgain(told, events)) {
            last = null;
            ended = null;
            continue;
          }
          events.accept(told);
          return told;
        }
        JobEvent unstoppable = enforceCancel();
        if (unstoppable != null) {
          events.accept(unstoppable);
          return unstoppable;
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MS);
      }
      return null;
    } catch (IOException e) {
      JobEvent last =
          new JobEvent.Failed(
              JobEvent.Cause.FAULT,
              "The job cannot be heard any more: " + e.getMessage() + ".",
              JobProcess.RESUME);
      events.accept(last);
      return last;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static @Nullable JobEvent event(String line, UnexpectedOutput unexpected) {
    try {
      return WireJson.read(line, JobEvent.class);
    } catch (JsonProcessingException e) {
      unexpected.add(line);
      return null;
    }
  }

  /** Starts a job again without the call of an extension that made its process useless. */
  private boolean startAgain(JobEvent told, Consumer<JobEvent> events) throws IOException {
    JobEvent.Call call = told instanceof JobEvent.Failed failed ? failed.without() : null;
    if (call == null || builder == null || cancelled != null || !refused.add(call)) {
      return false;
    }
    refused.tell(builder.environment());
    Process process = builder.start();
    child = process;
    identity = identified(folder, identity.name(), process);
    events.accept(RefusedCalls.note(call));
    return true;
  }

  private JobEvent endedWithoutAWord(UnexpectedOutput unexpected) {
    String errors = errors();
    if (!errors.isEmpty()) {
      LOG.warn("The last that process {} wrote: {}", identity.pid(), errors);
    }
    if (forced) {
      return new JobEvent.Failed(
          JobEvent.Cause.FAULT,
          "The job did not stop within "
              + GRACE.toSeconds()
              + " seconds when asked to, so its process was ended.",
          JobProcess.RESUME);
    }
    Process started = child;
    if (started != null) {
      int status = started.exitValue();
      return CallsFile.lastCall(folder.resolve(CALLS), status)
          .orElseGet(() -> JobProcess.ended(status, unexpected));
    }
    return new JobEvent.Failed(
        JobEvent.Cause.FAULT,
        "The job went on in the background, and its process is gone before it was done: it was"
            + " killed, or the computer was switched off."
            + unexpected.words(),
        JobProcess.RESUME);
  }

  private String errors() {
    try {
      String all = Files.readString(folder.resolve(ERRORS)).strip();
      return all.substring(Math.max(0, all.length() - MOST_ERRORS));
    } catch (IOException e) {
      return "";
    }
  }

  /** Ends a job that was asked to stop and does not; says so if even that is in vain. */
  private @Nullable JobEvent enforceCancel() {
    Instant since = cancelled;
    if (since == null || since.plus(GRACE).isAfter(Instant.now())) {
      return null;
    }
    if (!forced) {
      forced = true;
      kill();
    } else if (since.plus(GRACE).plus(LAST_STEPS).isBefore(Instant.now())) {
      return new JobEvent.Failed(
          JobEvent.Cause.FAULT,
          "The job could not be stopped: its process " + identity.pid() + " does not end.",
          "Its case stays locked until it does. Restart the computer if it lasts.");
    }
    return null;
  }

  private void kill() {
    Process started = child;
    if (started != null) {
      started.destroyForcibly();
    } else {
      handle().ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /**
   * Asks the job to stop; it puts its files in order first. While somebody {@linkplain #await
   * listens}, one that does not stop is ended after half a minute.
   */
  public void cancel() {
    try {
      Files.write(folder.resolve(CANCEL), new byte[0]);
    } catch (IOException e) {
      LOG.warn("Process {} cannot be asked to stop, so it is ended", identity.pid(), e);
      kill();
    }
    cancelled = Instant.now();
  }

  /** Deletes the folder of a job that has ended. */
  public void forget() {
    try {
      delete(folder);
    } catch (IOException e) {
      LOG.warn("The folder of a job that has ended cannot be deleted: {}", folder, e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  /** The whole lines of a file that grows. */
  private static final class Tail {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Tail(FileChannel channel) {
      this.channel = channel;
    }

    /** The next line; null as long as there is none to its end. */
    @Nullable String line() throws IOException {
      while (true) {
        while (buffer.hasRemaining()) {
          byte b = buffer.get();
          if (b == '\n') {
            String whole = line.toString(StandardCharsets.UTF_8);
            line.reset();
            return whole;
          }
          if (line.size() < JobProcess.LONGEST_LINE) {
            line.write(b);
          }
        }
        buffer.clear();
        int read = channel.read(buffer);
        buffer.flip();
        if (read <= 0) {
          return null;
        }
      }
    }
  }
}
