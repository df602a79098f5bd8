package org.pentimento.report.view;

import java.util.List;
import org.pentimento.report.view.Report.Fact;

/** The words of the report. */
final class Glossary {
  static final List<Fact> WORDS =
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
          new Fact("metric blindness", "Harm that a metric does not see."),
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
              "A training whose model draws the same empty picture for every photo."),
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
}
