package org.pentimento.workbench.run.draw;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DrawingsKept;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.protocol.DrawingSheet;
import org.pentimento.protocol.DrawingSheet.Drawing;
import org.pentimento.protocol.JobResult;

/**
 * Drawings with their pictures, as PNG files in memory.
 *
 * @param sheet which picture shows what
 * @param pictures by the names that the sheet has for them
 */
record DrawnSheet(DrawingSheet sheet, Map<String, byte[]> pictures) {
  private interface Reading {
    byte[] read(String name) throws IOException;
  }

  private static DrawnSheet read(DrawingSheet sheet, Reading reading) throws IOException {
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    for (Drawing drawing : sheet.drawings()) {
      for (String name : new String[] {drawing.shown(), drawing.sketch()}) {
        if (!pictures.containsKey(name)) {
          pictures.put(name, reading.read(name));
        }
      }
    }
    return new DrawnSheet(sheet, pictures);
  }

  /** What a job has drawn; reads files. */
  static DrawnSheet of(JobResult.OfDraw drawn) throws IOException {
    Path folder = Path.of(drawn.folder());
    return read(drawn.sheet(), name -> Files.readAllBytes(folder.resolve(name)));
  }

  /**
   * What a case keeps; reads it.
   *
   * @param number of the entry that says so
   * @throws BadInputException if the case has no such entry, or not the drawings
   */
  static DrawnSheet kept(Path caseFolder, String number) throws IOException {
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      DrawingsKept kept = null;
      for (Entry entry : file.entries()) {
        if (Long.toString(entry.number()).equals(number)) {
          kept = entry.as(DrawingsKept.class).orElse(null);
        }
      }
      if (kept == null) {
        throw new BadInputException(
            "The case " + caseFolder + " keeps no drawings by entry " + number + ".",
            "Open the case that does, or close this editor.");
      }
      Map<String, String> files = kept.files();
      DrawingSheet sheet =
          file.blobs().readJson(files.getOrDefault(DrawingSheet.FILE, ""), DrawingSheet.class);
      return read(sheet, name -> file.blobs().read(files.getOrDefault(name, "")));
    }
  }

  /** Keeps the drawings in a case. */
  void keep(Path caseFolder) throws IOException {
    try (CaseFile file = CaseFile.openForWriting(caseFolder)) {
      Map<String, String> files = new TreeMap<>();
      for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
        files.put(picture.getKey(), file.blobs().put(picture.getValue()));
      }
      files.put(DrawingSheet.FILE, file.blobs().putJson(sheet));
      int photos = (int) sheet.drawings().stream().map(Drawing::photo).distinct().count();
      file.record(new DrawingsKept(sheet.models(), photos, files));
    }
  }

  /** Writes the pictures and the sheet into a folder, which is made if it does not exist. */
  void write(Path folder) throws IOException {
    OwnerOnly.createFolders(folder);
    for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
      try (OutputStream out = OwnerOnly.newOutputStream(folder.resolve(picture.getKey()))) {
        out.write(picture.getValue());
      }
    }
    try (OutputStream out = OwnerOnly.newOutputStream(folder.resolve(DrawingSheet.FILE))) {
      out.write(CanonicalJson.bytes(sheet));
      out.write("\n".getBytes(StandardCharsets.UTF_8));
    }
  }
}
