package org.pentimento.protocol;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.pentimento.api.BadInputException;

/** What the file system refused, for a person: its exceptions often say a path and no more. */
public final class FileTrouble {
  private FileTrouble() {}

  /** The same, with a whole sentence and what to do. */
  public static BadInputException of(FileSystemException e) {
    return new BadInputException(
        "The file or folder " + e.getFile() + " cannot be used: " + reason(e) + ".",
        e instanceof FileAlreadyExistsException
            ? "Choose another name, or move away what is there."
            : "Check that it exists, that you may use it and that the disk has room.",
        e);
  }

  private static String reason(FileSystemException e) {
    if (e.getReason() != null) {
      return e.getReason();
    } else if (e instanceof NoSuchFileException) {
      return "it does not exist";
    } else if (e instanceof AccessDeniedException) {
      return "this user may not read or write it";
    } else if (e instanceof FileAlreadyExistsException) {
      return "something of that name exists already";
    } else if (e instanceof NotDirectoryException) {
      return "it is a file, not a folder";
    }
    return e.getClass().getSimpleName().replace("Exception", "");
  }
}
