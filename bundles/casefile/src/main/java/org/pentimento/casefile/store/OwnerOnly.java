package org.pentimento.casefile.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes files and folders that nobody but their owner may read: 0600 and 0700 on POSIX systems,
 * whatever the umask. Cases, reports and exports hold faces and findings, and a usual umask would
 * show them to every user of the machine. On other systems the rights of the folder above hold.
 */
public final class OwnerOnly {
  private static final String FILE = "rw-------";
  private static final String FOLDER = "rwx------";

  private OwnerOnly() {}

  /**
   * Makes a folder and those above it that are missing. A folder that is there stays as it is.
   *
   * @return the folder
   * @throws FileAlreadyExistsException if something that is no folder has its name
   */
  public static Path createFolders(Path folder) throws IOException {
    return Files.createDirectories(folder, rights(folder, FOLDER));
  }

  /** Makes a folder in one that is there. */
  public static Path createFolder(Path folder) throws IOException {
    return Files.createDirectory(folder, rights(folder, FOLDER));
  }

  /** Makes an empty file unless it is there; one that is there stays as it is. */
  public static void createFileIfMissing(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.createFile(file, rights(file, FILE));
      } catch (FileAlreadyExistsException e) {
        return; // somebody else was first
      }
    }
  }

  /**
   * Opens a file, with these rights if it is made by that.
   *
   * @param options as of {@link FileChannel#open}
   */
  public static FileChannel open(Path file, OpenOption... options) throws IOException {
    return FileChannel.open(file, Set.of(options), rights(file, FILE));
  }

  /** Makes a file to write to, or empties the one that is there. */
  public static OutputStream newOutputStream(Path file) throws IOException {
    return Channels.newOutputStream(
        open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE));
  }

  /**
   * Takes the rights on a folder that is there from everybody but its owner. Does nothing where
   * they cannot be changed: on a file system without rights, or in a folder of somebody else.
   */
  public static void restrictFolder(Path folder) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    try {
      if (view != null) {
        view.setPermissions(PosixFilePermissions.fromString(FOLDER));
      }
    } catch (FileSystemException e) {
      return; // see above
    }
  }

  private static FileAttribute<?>[] rights(Path path, String rights) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
