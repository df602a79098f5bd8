package org.pentimento.model;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/** Does harm as soon as it is deserialised: leaves a mark and ends the process. */
final class Bait implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Status of a process that swallowed it. */
  static final int STATUS = 77;

  private final String mark;

  Bait(Path mark) {
    this.mark = mark.toString();
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    Files.writeString(Path.of(mark), "Code of the model was executed.");
    Runtime.getRuntime().halt(STATUS);
  }

  /** Swallows what the file holds, as a careless reader of models would. */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(Path.of(args[0])))) {
      in.readObject();
    }
  }
}
