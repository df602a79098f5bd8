package org.pentimento.report.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pentimento.casefile.event.ExaminerWords;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.figures.FigureTopic;
import org.pentimento.report.detection.InspectionSection;
import org.pentimento.report.detection.SelfTestSection;
import org.pentimento.report.part.Badge;
import org.pentimento.report.part.Badge.Tone;
import org.pentimento.report.part.Chart;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.part.Table;
import org.pentimento.report.suspect.MitigationSection;
import org.pentimento.report.suspect.ModelInspectionSection;
import org.pentimento.report.suspect.PhotoSection;

/**
 * A whole report: what it says, in the order in which it says it.
 *
 * @param title of the document
 * @param subtitle case and item, one line
 * @param time that it bears
 * @param facts of the case
 * @param notes of the examiner, may be empty
 * @param standing what it is worth as a document
 * @param firstPage the answers
 * @param inspections of data sets that have a result: evidence
 * @param modelInspections of models that have a result
 * @param photoInspections of photos that have a result
 * @param mitigations of models that have a result
 * @param selfTests of detectors that have a result
 * @param runs of plans that have a result: simulations
 * @param unfinished runs of any kind that have none, empty if all have
 * @param data what was used
 * @param hashes how files compared with hash lists, empty if no list was given
 * @param skipped what was left out and why, empty if nothing was
 * @param notInstalled what the case was made with that is not installed here, one sentence each
 * @param remarks what persons noted, empty if nobody did
 * @param custodyText the custody log in sentences
 * @param custody some of its entries
 * @param glossary the words
 * @param citations what the methods follow
 */
public record Report(
    String title,
    String subtitle,
    Instant time,
    List<Fact> facts,
    String notes,
    Standing standing,
    FirstPage firstPage,
    List<InspectionSection> inspections,
    List<ModelInspectionSection> modelInspections,
    List<PhotoSection> photoInspections,
    List<MitigationSection> mitigations,
    List<SelfTestSection> selfTests,
    List<Run> runs,
    Optional<Table> unfinished,
    Table data,
    Optional<Table> hashes,
    Optional<Table> skipped,
    List<String> notInstalled,
    Optional<Table> remarks,
    List<Fact> custodyText,
    Table custody,
    List<Fact> glossary,
    List<String> citations) {

  /**
   * What a report is worth as a document.
   *
   * @param mark stands on every page; empty if it is signed off
   * @param sentences whether it is signed off, and what it replaces
   * @param words of the examiner, apart from what was measured
   * @param evidence fingerprints of all that it is about
   */
  public record Standing(String mark, List<String> sentences, ExaminerWords words, Table evidence) {
    /** Whether the examiner concluded anything. */
    public boolean concludes() {
      return !(words.conclusion().isBlank()
          && words.qualifications().isBlank()
          && words.opinion().isBlank());
    }
  }

  /**
   * The first page.
   *
   * @param asked what the examination was to answer
   * @param material of which material, none if there is none
   * @param examined what was examined
   * @param found what was found, one for each inspection, self-test and comparison; evidence first
   * @param errorRates power and false alarms of each inspection beside its verdict; none if nothing
   *     was inspected
   * @param sure how sure that is
   * @param notShown what could not be shown
   */
  public record FirstPage(
      List<String> asked,
      Optional<Table> material,
      List<String> examined,
      List<Found> found,
      Optional<Table> errorRates,
      List<String> sure,
      List<String> notShown) {}

  /**
   * What was found in a section.
   *
   * @param anchor of the section
   * @param where of which run with which data; empty if the title says it
   * @param title of the section
   * @param kind what it is about
   * @param badge what kind of statement it is
   * @param sentences the most important first
   */
  public record Found(
      String anchor,
      String where,
      String title,
      FindingKind kind,
      Badge badge,
      List<String> sentences) {}

  /** What kind of statement a comparison allows. */
  public enum Status {
    /** An attack was made and measured. */
    MEASURED("attack measured", Tone.ANSWER),
    /** There was no attack. */
    NO_ATTACK("no attack in the plan", Tone.QUIET),
    /** The training failed; nothing can be said about the attack. */
    COLLAPSED("training collapsed – no statement", Tone.QUIET),
    /** The sketches of an imported model are worthless; nothing can be said about the attack. */
    WORTHLESS("sketches worthless – no statement", Tone.ALARM);

    private final Badge badge;

    Status(String words, Tone tone) {
      this.badge = new Badge(words, tone);
    }

    /** In words for a person. */
    public Badge badge() {
      return badge;
    }
  }

  /**
   * A run with a result.
   *
   * @param anchor of its section
   * @param name of its plan
   * @param facts identity and times
   * @param comparisons in the plan's order
   * @param inspections what detectors said of the training pairs as attacks left them
   * @param modelInspections what detectors said of the models that were trained
   * @param lost what failing extensions kept the run from finding out, in sentences
   * @param seeds how far figures differ between trainings with other seeds, in sentences
   * @param again how to run it again, in sentences
   * @param environment versions, threads, machine
   * @param hashes of all that has one
   * @param plan text of the plan, or why it is not there
   */
  public record Run(
      String anchor,
      String name,
      List<Fact> facts,
      List<Comparison> comparisons,
      List<InspectionSection> inspections,
      List<ModelInspectionSection> modelInspections,
      List<String> lost,
      List<String> seeds,
      List<String> again,
      Table environment,
      Table hashes,
      String plan) {
    /** What its comparisons are about. */
    public List<FindingKind> kinds() {
      return comparisons.stream().map(Comparison::kind).distinct().sorted().toList();
    }
  }

  /**
   * A comparison.
   *
   * @param anchor of its section
   * @param title of its section
   * @param kind whether it is about something that was made here
   * @param status what kind of statement it allows
   * @param alarm what has to be read before all else, may be empty
   * @param conclusions the most important first
   * @param done what was done, in sentences
   * @param reach how far the trigger could act, may be empty
   * @param settings of generator, trigger and strategy
   * @param strips pictures of some test pairs
   * @param stripText how these were chosen and how the difference is to be read
   * @param success some points of the attack-success curve in numbers, none without an attack that
   *     can be judged
   * @param halfWay which of them decides whether an attack works, and that this is a choice; may be
   *     empty
   * @param blindness what metrics say of the harm, none without an attack that works
   * @param metrics tables of means
   * @param training how it went
   * @param charts of every kind that is installed, to be shown under the heading of their topic
   */
  public record Comparison(
      String anchor,
      String title,
      FindingKind kind,
      Status status,
      String alarm,
      List<String> conclusions,
      List<String> done,
      String reach,
      Table settings,
      List<Strip> strips,
      String stripText,
      Optional<Table> success,
      String halfWay,
      Optional<Blindness> blindness,
      List<Table> metrics,
      Training training,
      List<Chart> charts) {
    /** The charts of a topic. */
    public List<Chart> charts(FigureTopic topic) {
      return charts.stream().filter(c -> c.topic() == topic).toList();
    }
  }

  /**
   * What metrics say of the harm.
   *
   * @param intro the rule by which they are judged, or why they are not
   * @param groups of metrics that say alike
   * @param evidence true sketch, honest and harmed sketch of the pair in the middle of the order
   */
  public record Blindness(String intro, List<Group> groups, List<ReportPicture> evidence) {}

  /**
   * Metrics that say alike.
   *
   * @param title what they say
   * @param warns whether whoever trusts them is deceived
   * @param verdicts one for each metric, the field's usual one first; may be empty
   */
  public record Group(String title, boolean warns, List<Verdict> verdicts) {}

  /**
   * What one metric says.
   *
   * @param metric as a person reads it
   * @param change such as {@code 2.8 % worse}
   * @param of what the change is of
   * @param sentence plain words, with all figures
   */
  public record Verdict(String metric, String change, String of, String sentence) {}

  /**
   * How the training went; of an imported model, what is known of it.
   *
   * @param title what it stands under
   * @param sentences about it
   * @param warnings of collapsed models
   */
  public record Training(String title, List<String> sentences, List<String> warnings) {}

  /**
   * Pictures of one test pair.
   *
   * @param title the pair and why it was chosen
   * @param rows for clean and triggered photo
   */
  public record Strip(String title, List<StripRow> rows) {}

  /**
   * Pictures side by side.
   *
   * @param label such as {@code clean photo}
   * @param pictures from left to right
   */
  public record StripRow(String label, List<ReportPicture> pictures) {}
}
