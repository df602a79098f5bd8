package org.pentimento.workbench.exchange.importing;

import org.pentimento.protocol.question.ImportQuestion.RecogniseDataset;
import org.pentimento.protocol.question.ImportQuestion.RecogniseModel;
import org.pentimento.protocol.question.ImportQuestion.Recognised;
import org.pentimento.protocol.question.Question;

/** What can be imported into a case, and the words of the pages for it. */
enum ImportKind {
  DATASET(
      "data set",
      "&Folder:",
      "&Layout:",
      "Choose the folder. Nothing is changed in it, and nothing happens yet.",
      "No known layout of photos and sketches is recognised there. Choose another folder,"
          + " or the layout if you know it."),
  MODEL(
      "model",
      "&File:",
      "F&ormat:",
      "Choose the model. It is looked at from outside only; what says auto, 0 or nothing is found"
          + " out on the last page.",
      "This is no model of a known format. Choose another file, or the format if you know it.");

  private final String word;
  private final String pathLabel;
  private final String formatLabel;
  private final String description;
  private final String unknown;

  ImportKind(
      String word, String pathLabel, String formatLabel, String description, String unknown) {
    this.word = word;
    this.pathLabel = pathLabel;
    this.formatLabel = formatLabel;
    this.description = description;
    this.unknown = unknown;
  }

  /** Its name in sentences. */
  String word() {
    return word;
  }

  /** Asks of what format a path is. */
  Question<Recognised> question(String path) {
    return this == DATASET ? new RecogniseDataset(path) : new RecogniseModel(path);
  }

  String pathLabel() {
    return pathLabel;
  }

  String formatLabel() {
    return formatLabel;
  }

  /** The description of the first page. */
  String description() {
    return description;
  }

  /** The message where no format recognises a path. */
  String unknown() {
    return unknown;
  }
}
