package org.pentimento.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Shows ND4J one of its backends. By itself ND4J takes the backend for GPUs wherever that is
 * installed, and silently falls back to the one for the CPU where it does not start.
 */
final class BackendLoader extends ClassLoader {
  private static final String BACKENDS = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

  private final boolean cuda;

  BackendLoader(ClassLoader nd4j, boolean cuda) {
    super(nd4j);
    this.cuda = cuda;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    if (!name.equals(BACKENDS)) {
      return super.getResources(name);
    }
    List<URL> shown = new ArrayList<>();
    for (URL file : Collections.list(super.getResources(name))) {
      try (InputStream in = file.openStream()) {
        String backend = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (backend.contains(Cuda.PACKAGE) == cuda) {
          shown.add(file);
        }
      }
    }
    return Collections.enumeration(shown);
  }
}
