package org.pentimento.casefile.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * What a case lies on.
 *
 * @param type of the file system as the system names it
 */
public record FileSystemKind(String type) {
  private static final Set<String> SHARED =
      Set.of(
          "nfs",
          "nfs3",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "afpfs",
          "afs",
          "webdav",
          "davfs",
          "9p",
          "v9fs",
          "vboxsf",
          "prl_fs",
          "vmhgfs",
          "virtiofs",
          "ceph",
          "glusterfs",
          "lustre",
          "gpfs",
          "beegfs",
          "ncpfs",
          "coda");

  public static FileSystemKind of(Path folder) throws IOException {
    return new FileSystemKind(Files.getFileStore(folder).type());
  }

  /**
   * Whether other machines may work on it, where SQLite's write-ahead log, which needs memory
   * shared by all processes, does not hold.
   */
  public boolean shared() {
    String name = type.toLowerCase(Locale.ROOT);
    return SHARED.contains(name) || name.startsWith("fuse.");
  }

  /** SQLite's journal mode that holds here. */
  public String journal() {
    return shared() ? "DELETE" : "WAL";
  }
}
