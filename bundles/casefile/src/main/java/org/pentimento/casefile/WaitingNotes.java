package org.pentimento.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.Note.Waited;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.json.Timestamps;
import org.pentimento.casefile.store.DurableFiles;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.OwnerOnly;

/**
 * Notes that were made while somebody else wrote to the case: each a file in its folder for what is
 * no evidence, until a writer takes it into the custody log.
 */
final class WaitingNotes {
  private static final long LONGEST = 1 << 20;
  private static final String ENDING = ".json";

  private final Layout layout;

  WaitingNotes(Layout layout) {
    this.layout = layout;
  }

  private Path folder() {
    return layout.work().resolve("notes");
  }

  /** Keeps a note; when this returns it is on the disk. */
  void keep(Note note) throws IOException {
    Waited waited = new Waited(Timestamps.now(), System.getProperty("user.name", "?"));
    Note kept = new Note(note.subject(), note.text(), note.bookmark(), waited);
    OwnerOnly.createFolders(folder());
    OwnerOnly.createFolders(layout.scratch());
    // Names rise with time, so that notes are taken in in their order.
    String name = "%020d-%s".formatted(waited.written().toEpochMilli(), UUID.randomUUID());
    DurableFiles.replace(
        folder().resolve(name + ENDING), CanonicalJson.bytes(kept), layout.scratch());
  }

  /** A note and its file. */
  record Kept(Path file, Note note) {}

  /** All that wait, oldest first. What is no note stays where it is and counts for nothing. */
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
      Note note = read(file);
      if (note != null) {
        notes.add(new Kept(file, note));
      }
    }
    return notes;
  }

  private static @Nullable Note read(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST) {
      return null;
    }
    try {
      Note note = CanonicalJson.read(Files.readAllBytes(file), Note.class);
      return Optional.ofNullable(note.waited()).isPresent() ? note : null;
    } catch (BadInputException e) {
      return null; // somebody else put it there
    }
  }

  /** Forgets a note that is in the log now. */
  static void forget(Kept kept) throws IOException {
    Files.deleteIfExists(kept.file());
  }
}
