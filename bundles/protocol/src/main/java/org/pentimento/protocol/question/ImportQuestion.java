package org.pentimento.protocol.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.generator.ModelFormat.Assumption;
import org.pentimento.casefile.event.SkippedFile;

/**
 * Questions about a data set or model that is about to be imported.
 *
 * @param <A> what it is answered with
 */
public sealed interface ImportQuestion<A> extends Question<A> {
  /** File or folder of what is to be imported. */
  String path();

  /** Which format a data set is of. Only a quick look is taken, however large the folder is. */
  record RecogniseDataset(String path) implements ImportQuestion<Recognised> {
    @Override
    public Class<Recognised> answerType() {
      return Recognised.class;
    }
  }

  /** Which format a model is of. Nothing in the file is run. */
  record RecogniseModel(String path) implements ImportQuestion<Recognised> {
    @Override
    public Class<Recognised> answerType() {
      return Recognised.class;
    }
  }

  /**
   * All formats that read from disk: those that recognise the path first, the surest on top.
   *
   * @param formats in that order
   * @param why nothing may be recognised, in sentences; empty if that is not known
   */
  record Recognised(List<RecognisedFormat> formats, String why) {}

  /**
   * A format that may read the path.
   *
   * @param descriptor of the format
   * @param layout what it recognised, in words; empty if it recognised nothing
   * @param confidence in [0, 1]; null if it recognised nothing, or does not say
   */
  record RecognisedFormat(Descriptor descriptor, String layout, @Nullable Double confidence) {}

  /**
   * What an import of a data set would take and leave out.
   *
   * @param format id of the format
   * @param settings of the format
   * @param first how many pairs to show
   * @param side longest side of their pictures, in pixels
   */
  record PairFiles(String path, String format, Map<String, String> settings, int first, int side)
      implements ImportQuestion<Pairing> {
    @Override
    public Class<Pairing> answerType() {
      return Pairing.class;
    }
  }

  /** How the pairing of a data set's files went, as one JSON object whose {@code end} tells. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "end")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Paired.class, name = "paired"),
    @JsonSubTypes.Type(value = TooLarge.class, name = "too-large")
  })
  sealed interface Pairing {}

  /**
   * All files were looked at.
   *
   * @param pairs how many there are
   * @param train how many of them are for training
   * @param test how many of them are for testing
   * @param skipped number of files that are left out
   * @param reasons the first of these files
   * @param shown the first pairs
   */
  record Paired(
      int pairs,
      int train,
      int test,
      int skipped,
      List<SkippedFile> reasons,
      List<PairedFiles> shown)
      implements Pairing {}

  /**
   * The data set is too large to be looked through while somebody waits.
   *
   * @param task what was being done when the time was up
   * @param looked files or pairs that were looked at until then
   * @param total how many there are, 0 if that is not known
   */
  record TooLarge(String task, long looked, long total) implements Pairing {}

  /**
   * A photo and a sketch that belong together.
   *
   * @param id of the pair
   * @param split what it is meant for
   * @param photo path of the photo relative to the data set; empty if it has no file of its own
   * @param sketch path of the sketch relative to the data set; empty if it has no file of its own
   * @param pictures both, made small; null if they cannot be decoded
   * @param problem why they cannot be decoded, or empty
   */
  record PairedFiles(
      String id,
      Split split,
      String photo,
      String sketch,
      @Nullable PairPictures pictures,
      String problem) {}

  /**
   * What a model draws of known photos, and how it is used for that.
   *
   * @param format id of the format, null for the one that recognises it
   * @param settings of the format; what is not given is found out
   * @param caseFolder of the case whose pairs it is tried on, null for drawn faces
   */
  record TryModel(
      String path,
      @Nullable String format,
      Map<String, String> settings,
      @Nullable String caseFolder)
      implements ImportQuestion<TriedModel> {
    @Override
    public Class<TriedModel> answerType() {
      return TriedModel.class;
    }
  }

  /**
   * What came of a trial.
   *
   * @param recognised what the model seems to be, in words
   * @param confinement how its process is locked in, in words
   * @param assumptions what nobody had set
   * @param strip what it drew
   */
  record TriedModel(
      String recognised, String confinement, List<Assumption> assumptions, List<TriedPair> strip) {}

  /**
   * A known pair and what the model made of it.
   *
   * @param photo that the model was shown
   * @param truth the sketch that belongs to the photo
   * @param sketch that the model drew
   */
  record TriedPair(Picture photo, Picture truth, Picture sketch) {}
}
