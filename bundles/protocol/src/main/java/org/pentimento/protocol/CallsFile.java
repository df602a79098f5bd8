package org.pentimento.protocol;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.JobEvent.Call;

/**
 * A file in which a job's process notes the calls of extensions that go on. It outlives the process
 * however that ends, so that whoever waits for it can tell which call was its last.
 */
public final class CallsFile {
  /** The variable by which a job's process is told which file. */
  private static final String VARIABLE = "PENTIMENTO_CALLS_FILE";

  private static final int SLOTS = 64;
  private static final int SLOT = 256;
  private static final String PROBLEM = "its process ended during the call";

  private final MappedByteBuffer slots;
  private final BitSet used = new BitSet();

  private CallsFile(MappedByteBuffer slots) {
    this.slots = slots;
  }

  /** Tells a process that is about to be started where to note its calls. */
  static void tell(Map<String, String> environment, Path file) {
    environment.put(VARIABLE, file.toString());
  }

  /** The file that this process was told; empty if it was told none, or it cannot be written. */
  public static Optional<CallsFile> of(Map<String, String> environment) {
    String file = environment.get(VARIABLE);
    if (file == null) {
      return Optional.empty();
    }
    try (FileChannel channel =
        FileChannel.open(
            Path.of(file),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      MappedByteBuffer slots = channel.map(FileChannel.MapMode.READ_WRITE, 0, SLOTS * SLOT);
      slots.put(0, new byte[SLOTS * SLOT]);
      return Optional.of(new CallsFile(slots));
    } catch (IOException e) {
      return Optional.empty(); // then the last call stays unknown
    }
  }

  /** Notes a call; gives what notes its end. */
  public Runnable opened(String kind, String extension, String method) {
    byte[] words = (kind + "\t" + extension + "\t" + method).getBytes(StandardCharsets.UTF_8);
    synchronized (used) {
      int slot = used.nextClearBit(0);
      if (slot >= SLOTS || words.length >= SLOT) {
        return () -> {};
      }
      used.set(slot);
      slots.put(slot * SLOT + 1, words);
      slots.put(slot * SLOT, (byte) words.length);
      return () -> closed(slot);
    }
  }

  private void closed(int slot) {
    synchronized (used) {
      slots.put(slot * SLOT, (byte) 0);
      used.clear(slot);
    }
  }

  /**
   * The last event of a process that ended without one, if it ended by itself during a call.
   *
   * @param file null if there is none
   * @param status of the process
   */
  static Optional<JobEvent.Failed> lastCall(@Nullable Path file, int status) {
    if (file == null || status > 128 || !Files.exists(file)) {
      return Optional.empty(); // somebody ended it
    }
    try {
      List<Call> open = open(Files.readAllBytes(file));
      if (open.isEmpty()) {
        return Optional.empty();
      }
      Call call = open.get(open.size() - 1);
      return Optional.of(
          new JobEvent.Failed(
              JobEvent.Cause.INPUT,
              "The "
                  + call.kind().replace('-', ' ')
                  + " '"
                  + call.extension()
                  + "' failed in "
                  + call.method()
                  + ": "
                  + PROBLEM
                  + ", with status "
                  + status
                  + ".",
              "Leave it out, or ask whoever made it. " + JobProcess.RESUME,
              call));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<Call> open(byte[] slots) {
    List<Call> open = new ArrayList<>();
    for (int at = 0; at + SLOT <= slots.length; at += SLOT) {
      int length = slots[at] & 0xff;
      String[] words =
          new String(slots, at + 1, Math.min(length, SLOT - 1), StandardCharsets.UTF_8).split("\t");
      if (length > 0 && words.length == 3) {
        open.add(new Call(words[0], words[1], words[2], PROBLEM));
      }
    }
    return open;
  }
}
