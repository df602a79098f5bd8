package org.pentimento.equinox;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.osgi.service.datalocation.Location;
import org.jspecify.annotations.Nullable;

/** One folder as Eclipse asks for it. The one of the workspace can be locked by one process. */
final class Area implements Location {
  private static final String METADATA = ".metadata";

  private final Path folder;
  private final boolean readOnly;
  private final boolean workspace;
  private @Nullable FileChannel channel;
  private @Nullable FileLock lock;

  /**
   * An area.
   *
   * @param workspace whether data of bundles go to its metadata instead of the folder itself
   */
  Area(Path folder, boolean readOnly, boolean workspace) {
    this.folder = folder;
    this.readOnly = readOnly;
    this.workspace = workspace;
  }

  /** The URL of a folder, with the slash at the end that Eclipse relies on. */
  static URL url(Path folder) {
    try {
      String url = folder.toUri().toString();
      return new URL(url.endsWith("/") ? url : url + "/");
    } catch (MalformedURLException e) {
      throw new IllegalStateException("every path has a URL", e);
    }
  }

  @Override
  public boolean allowsDefault() {
    return false;
  }

  @Override
  public @Nullable URL getDefault() {
    return null;
  }

  @Override
  public @Nullable Location getParentLocation() {
    return null;
  }

  @Override
  public URL getURL() {
    return url(folder);
  }

  @Override
  public boolean isSet() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return readOnly;
  }

  @Override
  @Deprecated
  public boolean setURL(URL value, boolean locked) {
    throw new IllegalStateException("The area is set already: " + folder);
  }

  @Override
  public boolean set(URL value, boolean locked) {
    throw new IllegalStateException("The area is set already: " + folder);
  }

  @Override
  public boolean set(URL value, boolean locked, String lockFile) {
    throw new IllegalStateException("The area is set already: " + folder);
  }

  private Path lockFile() throws IOException {
    return Files.createDirectories(folder.resolve(METADATA)).resolve(".lock");
  }

  /** Locks the area and writes the number of this process into the lock's file. */
  @Override
  public synchronized boolean lock() throws IOException {
    if (lock != null) {
      return true;
    }
    FileChannel opened =
        FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      lock = opened.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null; // held elsewhere in this process: the same answer
    }
    if (lock == null) {
      opened.close();
      return false;
    }
    channel = opened;
    String holder = Long.toString(ProcessHandle.current().pid());
    opened.truncate(0);
    opened.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
    return true;
  }

  @Override
  public synchronized void release() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException("The lock of " + folder + " cannot be released", e);
      }
    }
    channel = null;
    lock = null;
  }

  @Override
  public synchronized boolean isLocked() throws IOException {
    if (lock != null) {
      return true;
    }
    if (lock()) {
      release();
      return false;
    }
    return true;
  }

  @Override
  public Location createLocation(Location parent, URL value, boolean isReadOnly) {
    return new Area(Path.of(java.net.URI.create(value.toString())), isReadOnly, false);
  }

  @Override
  public URL getDataArea(String name) throws IOException {
    Path base = workspace ? folder.resolve(METADATA).resolve(".plugins") : folder;
    return url(Files.createDirectories(base.resolve(name)));
  }
}
