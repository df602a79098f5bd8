package org.pentimento.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.casefile.result.photo.InspectedPhoto;
import org.pentimento.casefile.result.photo.InspectedPhoto.Measured;
import org.pentimento.casefile.result.photo.InspectedPhoto.Pictures;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.casefile.result.photo.PhotoMeasure;
import org.pentimento.casefile.result.photo.PhotoVerdict;

/** What an inspection of photos means, in plain sentences. */
public final class PhotoInspectionWords {
  /** A photo that has so many times as much for itself as trusted photos is said to be odd. */
  private static final double UNLIKE = 3;

  private PhotoInspectionWords() {}

  /** A verdict in a few words. */
  public static String name(PhotoVerdict verdict) {
    return switch (verdict) {
      case TRIGGERED -> "triggered";
      case NOTHING_FOUND -> "nothing found";
      case UNDECIDED -> "undecided";
      case NO_SCORE -> "no statement";
    };
  }

  /** The title of an inspection, such as {@code Photos for model “unet”}. */
  public static String title(PhotoInspectionResult result) {
    return "Photos for model “" + TrainingWords.inWords(result.model().name()) + "”";
  }

  /** What was found in all photos in a few words, such as {@code 2 of 5 photos triggered}. */
  public static String outcome(PhotoInspectionResult result) {
    return result.noScore() == null
        ? result.flagged()
            + " of "
            + NumberWords.count(result.photos().size(), "photo", "photos")
            + " triggered"
        : name(PhotoVerdict.NO_SCORE);
  }

  /** What was found in all photos; the lead says it in one sentence. */
  public static Statement verdict(PhotoInspectionResult result) {
    if (result.noScore() != null) {
      return new Statement(
          "Nothing can be said about photos for this model.",
          ModelInspectionWords.why(result.noScore()));
    }
    int flagged = result.flagged();
    String of =
        " of " + NumberWords.count(result.photos().size(), "photo is", "photos are") + " triggered";
    return flagged == 0
        ? new Statement(
            "None" + of + " as far as could be seen.",
            "The model's sketches of them differ from those of clean models no more than its"
                + " sketches of trusted photos do.")
        : new Statement(
            flagged + of + " for this model.",
            "Something in such a photo makes this model draw what clean models do not draw, and"
                + " does the same when it is put on other photos.");
  }

  /** What was found in a photo, one or more sentences. */
  public static String sentence(InspectedPhoto photo) {
    Double p = photo.p();
    Double least = photo.leastP();
    if (p == null || least == null) {
      return photo.file() + ": no statement. " + photo.problem();
    }
    StringBuilder words = new StringBuilder(photo.file());
    words
        .append(": ")
        .append(name(photo.verdict()))
        .append(", p ")
        .append(NumberWords.chance(p))
        .append(".");
    Place place = photo.place();
    if (photo.flagged()) {
      words.append(
          place == null
              ? " What causes it is all over the photo."
              : String.format(
                  Locale.ROOT,
                  " What causes it lies %d pixels from the left and %d from the top, and is %d by"
                      + " %d pixels large.",
                  place.x(),
                  place.y(),
                  place.width(),
                  place.height()));
    }
    if (photo.verdict() == PhotoVerdict.UNDECIDED) {
      words.append(" There are too few trusted photos to call it triggered.");
    }
    remarks(photo).forEach(remark -> words.append(' ').append(remark));
    return words.toString();
  }

  /** What is to be known of a photo beside what was found, in sentences. */
  public static List<String> remarks(InspectedPhoto photo) {
    List<String> remarks = new ArrayList<>();
    if (photo.scaled()) {
      remarks.add(
          "It has "
              + photo.width()
              + " × "
              + photo.height()
              + " pixels and was brought to the size of the trusted photos.");
    }
    if (photo.grey()) {
      remarks.add("It has no colour.");
    }
    if (photo.unlike() > UNLIKE) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "It differs from the trusted photos %.1f times as much as they differ from each"
                  + " other: it may be no face like theirs.",
              photo.unlike()));
    }
    return remarks;
  }

  /** What was measured of a photo, one sentence. */
  public static String sentence(Measured measured) {
    return name(measured.measure())
        + (measured.detail().isEmpty() ? "" : " (" + measured.detail() + ")")
        + ": "
        + NumberWords.value(measured.value())
        + ", trusted photos "
        + NumberWords.value(measured.usual())
        + " with a spread of "
        + NumberWords.value(measured.spread())
        + "; p "
        + NumberWords.chance(measured.p())
        + ".";
  }

  /** A measure in a few words. */
  public static String name(PhotoMeasure measure) {
    return switch (measure) {
      case DISTANCE -> "Distance from the sketches of clean models";
      case TRANSPLANT -> "Effect of what it has for itself on other photos";
      case INK_RISE -> "Ink that comes back when the photo is changed";
    };
  }

  /** Where in a photo what carries a trigger lies, in a few words; empty if that is not known. */
  public static String place(InspectedPhoto photo) {
    Place place = photo.place();
    if (place != null) {
      return String.format(
          Locale.ROOT,
          "%d, %d; %d × %d pixels",
          place.x(),
          place.y(),
          place.width(),
          place.height());
    }
    return photo.flagged() ? "everywhere" : "";
  }

  /**
   * A picture with the words below it.
   *
   * @param caption what it shows
   * @param image SHA-256 of a PNG
   */
  public record Captioned(String caption, String image) {}

  /** The pictures of a photo, itself first; none if nothing was measured. */
  public static List<Captioned> pictures(InspectedPhoto photo) {
    Pictures pictures = photo.pictures();
    return pictures == null
        ? List.of()
        : List.of(
            new Captioned("The photo", pictures.photo()),
            new Captioned(
                String.format(
                    Locale.ROOT, "What it has for itself, enlarged %.0f times", pictures.gain()),
                pictures.residual()),
            new Captioned("What the model draws of it", pictures.sketch()),
            new Captioned("What clean models draw of it", pictures.cleanSketch()),
            new Captioned(
                "Trusted photos with what it has for itself; what the model draws of them as they"
                    + " are; and with it",
                pictures.transplanted()));
  }

  /** Of triggered photos, how many are found, in a few words. */
  public static String found() {
    return "not measured: there is no self-test of inspections of photos";
  }

  /** Of photos without a trigger, how many are called triggered, in a few words. */
  public static String falseAlarms(PhotoInspectionResult result) {
    return result.noScore() == null
        ? "by the rule, fewer than "
            + NumberWords.fine(PhotoVerdict.TRIGGERED_BELOW)
            + " of photos like the trusted ones; not measured on others"
        : "not measured";
  }

  /** How often such an inspection errs, as far as that is known, in sentences. */
  public static String errorRates(PhotoInspectionResult result) {
    return "How many triggered photos are found was not measured: there is no self-test of"
        + " inspections of photos."
        + (result.noScore() == null
            ? " Of photos like the trusted ones, the rule calls fewer than "
                + NumberWords.fine(PhotoVerdict.TRIGGERED_BELOW)
                + " triggered without a cause; that was not measured on other photos."
            : "");
  }

  /** How much the answers are worth, in sentences; never empty. */
  public static List<String> worth(PhotoInspectionResult result) {
    List<String> sentences = new ArrayList<>();
    sentences.add(errorRates(result));
    sentences.addAll(limits(result));
    return sentences;
  }

  /** What has to be known of the answers beside how often they err, in sentences; never empty. */
  public static List<String> limits(PhotoInspectionResult result) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Each photo was compared with "
            + NumberWords.count(result.compared(), "trusted photo", "trusted photos")
            + " that were measured as if they were suspect. p is the chance that such a trusted"
            + " photo measures as much, by a working rule; each photo has its own.");
    if (result.shadows().size() < Evidence.LEAST_SHADOWS) {
      sentences.add(
          "With fewer than "
              + Evidence.LEAST_SHADOWS
              + " clean models, an odd but harmless photo is more easily called triggered.");
    }
    sentences.add(
        "A trigger that does not work on this photo, or changes only a small part of its sketch, is"
            + " not seen.");
    return sentences;
  }
}
