package org.pentimento.jobs.preview.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.data.DividedPairs;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanException;
import org.pentimento.plan.PlanReader;
import org.pentimento.plan.PlanText;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.PlanQuestion.CheckPlan;
import org.pentimento.protocol.question.PlanQuestion.CheckedPlan;
import org.pentimento.protocol.question.PlanQuestion.PlanFault;

/** Says what is wrong with a plan. */
@Component(service = Answerer.class)
public final class CheckAnswerer implements Answerer<CheckPlan, CheckedPlan> {
  private final PlanData data;
  private final PlanReader reader;

  /** Made by the component framework. */
  @Activate
  public CheckAnswerer(@Reference PlanData data) {
    this.data = data;
    this.reader = new PlanReader(data.extensions());
  }

  @Override
  public Class<CheckPlan> question() {
    return CheckPlan.class;
  }

  @Override
  public CheckedPlan answer(CheckPlan question, Progress progress)
      throws IOException, CancelledException {
    String yaml = question.plan();
    List<PlanFault> faults = new ArrayList<>();
    List<PlanException> found = reader.check("plan", yaml);
    for (PlanException e : found) {
      faults.add(new PlanFault(e.line(), e.key(), e.problem(), e.remedy()));
    }
    if (found.stream().noneMatch(e -> e.key().isEmpty() || e.key().startsWith("data"))) {
      checkData(question, faults, progress);
    }
    return new CheckedPlan(faults);
  }

  /** Whether the pairs that the plan asks for can be had, without opening a file of them. */
  private void checkData(CheckPlan question, List<PlanFault> faults, Progress progress)
      throws IOException, CancelledException {
    PlanText text = PlanText.of(question.plan());
    Plan.Data wanted = reader.data("plan", question.plan());
    try {
      if (wanted.made() != null) {
        DividedPairs.of(
            new DatasetOpener(data.extensions()).openMade(wanted, progress), wanted.split());
        return;
      }
    } catch (BadInputException e) {
      faults.add(new PlanFault(text.line("data.split"), "data.split", message(e), e.remedy()));
      return;
    }
    Path folder = PlanData.caseFolder(question);
    if (folder == null) {
      faults.add(
          new PlanFault(
              text.line("data.dataset"),
              "data.dataset",
              "there is no data set '" + wanted.dataset() + "': the case does not exist yet",
              "Choose drawn faces, or import a data set first."));
      return;
    }
    try (CaseFile file = CaseFile.openForReading(folder)) {
      Optional<DatasetRecord> record = file.dataset(wanted.dataset());
      if (record.isEmpty()) {
        String names =
            file.datasets().stream().map(DatasetRecord::name).collect(Collectors.joining(", "));
        faults.add(
            new PlanFault(
                text.line("data.dataset"),
                "data.dataset",
                "the case has no data set '" + wanted.dataset() + "'",
                names.isEmpty() ? "Import one first." : "It has: " + names + "."));
        return;
      }
      checkSplit(text, wanted.split(), record.get(), faults);
      for (Plan.LeftOutTag tag : wanted.without()) {
        try {
          file.tagged(wanted.dataset(), tag.tag(), tag.entry());
        } catch (BadInputException e) {
          faults.add(
              new PlanFault(text.line("data.without"), "data.without", message(e), e.remedy()));
        }
      }
    }
  }

  private static void checkSplit(
      PlanText text, Plan.Split split, DatasetRecord record, List<PlanFault> faults) {
    int line = text.line("data.split");
    if (split.given() && (record.train() == 0 || record.test() == 0)) {
      faults.add(
          new PlanFault(
              line,
              "data.split",
              "the data set does not say which pairs are for training and which for testing",
              "Give numbers of pairs; it has " + record.pairs() + "."));
    } else if (!split.given() && (long) split.train() + split.test() > record.pairs()) {
      faults.add(
          new PlanFault(
              line,
              "data.split",
              "is " + split.train() + " and " + split.test() + " pairs, but there are fewer",
              "The data set has " + record.pairs() + " pairs."));
    }
  }

  private static String message(BadInputException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\.$", "");
  }
}
