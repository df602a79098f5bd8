package org.pentimento.casefile.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * The kind of file system that a case lies on.
 *
 * @param type what the operating system calls it, such as {@code ext4} or {@code nfs4}
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
   * Whether other machines may work on it too. Then locks are not enough to keep other writers out,
   * and SQLite's write-ahead log does not work, because it needs memory that all processes share.
   */
  public boolean shared() {
    String name = type.toLowerCase(Locale.ROOT);
    return SHARED.contains(name) || name.startsWith("fuse.");
  }

  /** The journal mode in which SQLite is safe here. */
  public String journal() {
    return shared() ? "DELETE" : "WAL";
  }
}
