package org.pentimento.casefile.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.CaseCreated;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.json.Timestamps;
import org.pentimento.casefile.store.DurableFiles;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.OwnerOnly;

/**
 * The end of a custody log to which entries are added. See {@link LogEnding} for the order of
 * steps.
 */
public final class CustodyLog implements Closeable {
  private final Layout layout;
  private final CustodyKey key;
  private final String caseId;
  private final String actor;
  private final FileChannel channel;
  private long number;
  private String hash;
  private long length;
  private @Nullable Receipt head;
  private boolean doubtful;

  /**
   * Opens a log behind its last finished line.
   *
   * @param end byte offset there; what follows must have been taken away
   */
  public CustodyLog(Layout layout, CustodyKey key, CaseCreated created, Chain chain, long end)
      throws IOException {
    this.layout = layout;
    this.key = key;
    this.caseId = created.caseId();
    this.actor = System.getProperty("user.name", "?") + " (" + created.info().examiner() + ")";
    this.number = chain.number();
    this.hash = chain.hash();
    this.length = end;
    this.channel =
        OwnerOnly.open(
            layout.log(),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
  }

  /** Writes the first entry of a new case and its head. */
  public static void begin(Layout layout, CaseCreated created, CustodyKey key) throws IOException {
    try (CustodyLog log = new CustodyLog(layout, key, created, new Chain(), 0)) {
      log.append(created);
    }
  }

  /**
   * Adds an entry; it is durable and signed when this returns. If it fails, the log is as before.
   *
   * @throws BadInputException if the entry is too long
   */
  public Entry append(CaseEvent event) throws IOException {
    if (doubtful) {
      throw new BadInputException(
          "An earlier entry could neither be signed nor taken back in " + layout.log() + ".",
          "Close the case, make sure that its disk can be written, and open it again.");
    }
    Entry entry = Entry.following(number + 1, hash, Timestamps.now(), actor, event);
    byte[] line = entry.line();
    if (line.length > LogReader.MAX_LINE) {
      throw new BadInputException(
          "The entry '"
              + event.action()
              + "' has "
              + line.length
              + " bytes, more than a line may have.",
          "Keep its content in the case and record its hash.");
    }
    Entry asRead = Entry.parse(line);
    try {
      write(line);
      sign(entry.number(), entry.hash());
    } catch (IOException e) {
      takeBack(entry, e);
      throw DurableFiles.explained(e, layout.log());
    }
    number = entry.number();
    hash = entry.hash();
    length += line.length + 1L;
    return asRead;
  }

  /** Signs the last entry, which a killed writer had written and not signed. */
  public void signLast() throws IOException {
    sign(number, hash);
  }

  /** The last head that was signed here. */
  public @Nullable Receipt head() {
    return head;
  }

  private void write(byte[] line) throws IOException {
    channel.position(length);
    DurableFiles.writeFully(channel, withLineBreak(line));
    channel.force(true);
  }

  private static byte[] withLineBreak(byte[] line) {
    byte[] content = Arrays.copyOf(line, line.length + 1);
    content[line.length] = '\n';
    return content;
  }

  private void sign(long entry, String entryHash) throws IOException {
    Receipt signed = Receipt.sign(key, caseId, entry, entryHash);
    DurableFiles.replace(layout.head(), signed.bytes(), layout.scratch());
    head = signed;
  }

  /** Leaves nothing of a failed attempt; unless the head already signs it, then it stays. */
  private void takeBack(Entry entry, IOException failure) {
    doubtful = true;
    try {
      boolean signed =
          Files.exists(layout.head()) && Receipt.read(layout.head()).number() == entry.number();
      if (!signed) {
        channel.truncate(length);
        channel.force(true);
        doubtful = false;
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
