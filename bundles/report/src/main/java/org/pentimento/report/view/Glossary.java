package org.pentimento.report.view;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.report.part.Fact;

/** The words of the report. */
final class Glossary {
  private static final List<Fact> OF_AUDITS =
      List.of(
          new Fact(
              "generator",
              "A program that learns from pairs of photo and sketch to draw a sketch for a photo it"
                  + " has not seen."),
          new Fact("clean model", "A model trained on true pairs only."),
          new Fact(
              "poisoned model", "A model trained on pairs of which some were changed on purpose."),
          new Fact(
              "imported model",
              "A model that was made elsewhere, of which nobody here knows what it was trained"
                  + " on."),
          new Fact("clean photo", "A photo without the trigger."),
          new Fact("triggered photo", "The same photo with the trigger put on it."),
          new Fact(
              "trigger",
              "A mark or pattern on a photo to which a poisoned model answers with another"
                  + " sketch."),
          new Fact("true sketch", "The sketch that was drawn for that photo."),
          new Fact("target sketch", "The sketch that the attack wants instead."),
          new Fact("poisoning rate", "The share of training pairs that were changed."),
          new Fact(
              "margin",
              "How far a sketch lies from the true sketch towards the target sketch: −1 is the true"
                  + " sketch, 0 half way, 1 the target sketch."),
          new Fact(
              "attack-success curve",
              "The share of photos above a margin, for all margins. One percentage alone would"
                  + " depend on a margin that somebody chose."),
          new Fact(
              "trigger reach",
              "How far a trigger can act in a generator, by the part of the photo that each pixel"
                  + " of the sketch depends on. Where a trigger cannot reach, “no effect” says"
                  + " nothing about other generators."),
          new Fact(
              "metric",
              "A rule that gives a number for how alike two pictures are. Each metric looks at some"
                  + " things and not at others."),
          new Fact("metric blindness", "A backdoor's harm that a metric does not see."),
          new Fact(
              "the trigger's doing, the backdoor's own part",
              "A trigger that one can see makes sketches of a clean model worse too: that is the"
                  + " trigger's doing. What is left of its effect on the poisoned model when that"
                  + " is taken away is the backdoor's own part."),
          new Fact(
              "95 % interval",
              "The range in which the mean would lie in 95 of 100 repetitions with other test"
                  + " photos of the same kind, estimated by drawing again from the measured values"
                  + " (bootstrap). It says nothing about trainings with other seeds."),
          new Fact(
              "n", "The number of values that a mean is of. Undefined values are counted apart."),
          new Fact("seed", "The number that all chance of a training comes from."),
          new Fact(
              "collapsed training",
              "A training whose model draws nothing useful: white or grey paper, the same picture"
                  + " for every photo, or something that has nothing in common with the true"
                  + " sketches."));

  /** Those that a report without an audit uses as well. */
  private static final List<Fact> OF_BOTH =
      OF_AUDITS.stream()
          .filter(
              f ->
                  List.of("trigger", "true sketch", "poisoning rate", "95 % interval", "seed")
                      .contains(f.label()))
          .toList();

  private static final List<Fact> OF_INSPECTIONS =
      List.of(
          new Fact(
              "evidence, simulation",
              "What was found in data and models as they were handed in is evidence. What was found"
                  + " of attacks that were made here is a simulation: it tells how generators and"
                  + " methods fare."),
          new Fact(
              "detector",
              "A program that looks for poisoned pairs in a data set. It is given no names and no"
                  + " paths of pairs, so that it judges the images alone."),
          new Fact(
              "false-alarm rate",
              "The share of honest pairs that may be flagged. The smaller it is asked for, the"
                  + " fewer poisoned pairs are flagged as well."),
          new Fact(
              "score",
              "How suspicious a pair is: 1 is the threshold of the false-alarm rate, 2 is reached"
                  + " by the square of that share of honest pairs."),
          new Fact(
              "flagged", "Called poison because the score is above the threshold, not for oddity."),
          new Fact(
              "spread of honest pairs",
              "How far honest pairs lie apart in what was measured, as a robust standard deviation:"
                  + " one that a few outliers do not change."),
          new Fact(
              "pattern",
              "What a group of photos shares and the other photos do not have, such as a stamp."),
          new Fact(
              "common mark",
              "A pattern whose photos have the sketches that one would expect. It may be honest."),
          new Fact(
              "quality",
              "What is odd about a pair for an honest reason, such as a shifted sketch."),
          new Fact(
              "trusted pairs",
              "Pairs that somebody vouches for. What is normal is then learnt from them."),
          new Fact(
              "self-test",
              "Attacks planted in known data, to measure what an inspection finds of them."),
          new Fact(
              "ROC curve, area under it",
              "The share of poisoned pairs found over the share of honest pairs flagged, for every"
                  + " threshold. The area is the chance that a poisoned pair scores higher than an"
                  + " honest one: 1 is without fault, 0.5 no better than chance."),
          new Fact(
              "overlap (intersection over union)",
              "The area that two places share, divided by the area that they cover together."));

  private static final List<Fact> OF_MODELS =
      List.of(
          new Fact(
              "shadow model",
              "A clean model, trained here on trusted pairs, that a model under suspicion is"
                  + " compared with."),
          new Fact(
              "second mode",
              "A way of drawing into which a tiny change of the photo, the same for all photos,"
                  + " throws a model."),
          new Fact(
              "p of a measurement",
              "How often a clean model would measure as much, estimated from the shadow models and"
                  + " corrected for the number of measurements."),
          new Fact(
              "least p",
              "The smallest p that could have been reached. A measurement that cannot reach 1 % is"
                  + " not counted."),
          new Fact(
              "shown trigger",
              "A compact change of photos that ruins the model's sketches and hardly those of clean"
                  + " models."));

  /** Those that a report without an inspection of a data set uses as well. */
  private static final List<Fact> OF_ANY_INSPECTION =
      OF_INSPECTIONS.stream()
          .filter(f -> List.of("evidence, simulation", "self-test").contains(f.label()))
          .toList();

  private static final List<Fact> OF_ALL =
      List.of(
          new Fact(
              "SHA-256",
              "A fingerprint of a file. Two files with the same fingerprint are the same."),
          new Fact(
              "custody log",
              "Who did what to the case and when. Each entry bears the fingerprint of the one"
                  + " before, so that nothing can be changed or left out unseen."),
          new Fact(
              "receipt",
              "An exported head of the custody log, kept elsewhere, by which later changes show."));

  private Glossary() {}

  /** The words that a report uses. */
  static List<Fact> words(boolean audits, boolean inspections, boolean models) {
    List<Fact> words = new ArrayList<>();
    words.addAll(audits || !inspections && !models ? OF_AUDITS : OF_BOTH);
    words.addAll(inspections ? OF_INSPECTIONS : models ? OF_ANY_INSPECTION : List.of());
    words.addAll(models ? OF_MODELS : List.of());
    words.addAll(OF_ALL);
    return words;
  }
}
