package org.pentimento.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.CaseRemark;
import org.pentimento.casefile.event.CaseRemark.Waited;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.json.Timestamps;
import org.pentimento.casefile.store.DurableFiles;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.OwnerOnly;

/**
 * Notes, names and tags that were made while somebody else wrote to the case: each a file in its
 * folder for what is no evidence, until a writer takes it into the custody log. The file of a note
 * is the body of its entry; the others say their action beside it.
 */
final class WaitingNotes {
  private static final long LONGEST = 1 << 20;
  private static final String ENDING = ".json";
  private static final String ACTION = "action";
  private static final String BODY = "body";

  private final Layout layout;

  WaitingNotes(Layout layout) {
    this.layout = layout;
  }

  private Path folder() {
    return layout.work().resolve("notes");
  }

  /** Keeps a remark; when this returns it is on the disk. */
  void keep(CaseRemark remark) throws IOException {
    Waited waited = new Waited(Timestamps.now(), System.getProperty("user.name", "?"));
    CaseRemark kept = remark.waiting(waited);
    OwnerOnly.createFolders(folder());
    OwnerOnly.createFolders(layout.scratch());
    // Names rise with time, so that notes are taken in in their order.
    String name = "%020d-%s".formatted(waited.written().toEpochMilli(), UUID.randomUUID());
    DurableFiles.replace(
        folder().resolve(name + ENDING), CanonicalJson.bytes(content(kept)), layout.scratch());
  }

  private static JsonNode content(CaseRemark kept) {
    return kept instanceof Note
        ? kept.body()
        : CanonicalJson.tree(Map.of(ACTION, kept.action(), BODY, kept.body()));
  }

  /** A remark and its file. */
  record Kept(Path file, CaseRemark remark) {}

  /** All that wait, oldest first. What is none of them stays where it is and counts for nothing. */
  List<Kept> all() throws IOException {
    if (!Files.isDirectory(folder(), LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder())) {
      files = listed.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
    List<Kept> notes = new ArrayList<>();
    for (Path file : files) {
      CaseRemark remark = read(file);
      if (remark != null) {
        notes.add(new Kept(file, remark));
      }
    }
    return notes;
  }

  private static @Nullable CaseRemark read(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST) {
      return null;
    }
    try {
      JsonNode content = CanonicalJson.read(Files.readAllBytes(file), JsonNode.class);
      CaseEvent event =
          content.has(ACTION)
              ? CaseEvent.of(content.path(ACTION).asText(), content.path(BODY))
              : CaseEvent.of(Note.ACTION, content);
      return event instanceof CaseRemark remark && remark.waited() != null ? remark : null;
    } catch (BadInputException e) {
      return null; // somebody else put it there
    }
  }

  /** Forgets a remark that is in the log now. */
  static void forget(Kept kept) throws IOException {
    Files.deleteIfExists(kept.file());
  }
}
