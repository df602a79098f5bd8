package org.pentimento.casefile.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.CaseCreated;
import org.pentimento.casefile.event.KeyChanged;
import org.pentimento.casefile.store.Layout;

/**
 * A custody log whose chain holds from the first to the last finished line.
 *
 * @param created what the first entry says
 * @param chain at the last finished line
 * @param end byte offset behind it
 * @param tail what follows it
 * @param publicKey the key that signs now
 * @param indexFits whether the log has the entry at which an index stands
 */
public record LogScan(
    CaseCreated created, Chain chain, long end, byte[] tail, String publicKey, boolean indexFits) {

  /**
   * Reads the whole log, one line at a time.
   *
   * @param position at which an index stands
   * @throws BadInputException if the chain is broken, or the case is of a newer version
   */
  public static LogScan of(Layout layout, LogPosition position) throws IOException {
    Chain chain = new Chain();
    CaseCreated created = null;
    String publicKey = "";
    boolean fits = position.equals(LogPosition.START);
    try (LogReader reader = new LogReader(layout.log(), 0)) {
      for (byte[] line = reader.next(); line != null; line = reader.next()) {
        Entry entry = chain.follow(line);
        if (entry.action().equals(CaseCreated.ACTION)
            && entry.event() instanceof CaseCreated first) {
          created = first;
          publicKey = first.publicKey();
        } else if (entry.action().equals(KeyChanged.ACTION)
            && entry.event() instanceof KeyChanged changed) {
          publicKey = changed.to();
        }
        fits |= position.equals(new LogPosition(entry.number(), entry.hash(), reader.position()));
      }
      if (created == null) {
        throw new BadInputException(
            layout.root() + " holds an unfinished case: nothing was recorded yet.",
            "Its creation was interrupted, or the log was emptied. Leave the folder as it is, for"
                + " it may hold evidence, and make the case in another one.");
      }
      return new LogScan(created, chain, reader.position(), reader.tail(), publicKey, fits);
    }
  }

  /** The head as it stands on disk; null if there is none. */
  public static @Nullable Receipt head(Layout layout) throws IOException {
    return Files.exists(layout.head(), LinkOption.NOFOLLOW_LINKS)
        ? Receipt.read(layout.head())
        : null;
  }
}
