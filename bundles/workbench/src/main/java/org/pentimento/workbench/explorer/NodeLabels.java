package org.pentimento.workbench.explorer;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.IToolTipProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.TimeWords;
import org.pentimento.workbench.cases.CaseInspection;
import org.pentimento.workbench.cases.CaseModel;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.integrity.CaseChecks;
import org.pentimento.workbench.look.Icons;
import org.pentimento.workbench.selection.Node;
import org.pentimento.workbench.selection.NodeNames;
import org.pentimento.workbench.selection.NoteTarget;

/** Text, icon and tool tip of a node: its name, and in a paler colour what else matters. */
final class NodeLabels extends LabelProvider implements IStyledLabelProvider, IToolTipProvider {
  private final CaseChecks checks = PlatformUI.getWorkbench().getService(CaseChecks.class);
  private final LocalResourceManager resources =
      new LocalResourceManager(JFaceResources.getResources());
  private final Map<Icons, Image> images = new EnumMap<>(Icons.class);

  private record Words(String name, String more) {}

  @Override
  public StyledString getStyledText(Object element) {
    Words words = words((Node) element);
    StyledString text =
        new StyledString(bears((Node) element) ? "★ " + words.name() : words.name());
    if (!words.more().isEmpty()) {
      text.append("  " + words.more(), StyledString.QUALIFIER_STYLER);
    }
    return text;
  }

  @Override
  public String getText(Object element) {
    return getStyledText(element).getString();
  }

  private static boolean bears(Node node) {
    return NoteTarget.of(node).filter(NoteTarget::isBookmarked).isPresent();
  }

  private boolean isAltered(Node.CaseNode node) {
    return checks.of(node.caseFolder()).filter(check -> !check.verification().intact()).isPresent();
  }

  private Words words(Node node) {
    String recorded = NodeNames.recorded(node);
    String shown = NodeNames.shown(node);
    String more = more(node);
    // The group above says that it is one.
    String name = ShortWords.of(shown.replaceFirst("^Inspection of ", ""));
    return shown.equals(recorded)
        ? new Words(name, more)
        : new Words(name, "recorded as " + recorded + (more.isEmpty() ? "" : ", " + more));
  }

  /** What matters of a node beside its name. */
  private String more(Node node) {
    if (node instanceof Node.CaseNode n) {
      return isAltered(n) ? "not as it was written" : more(n.content());
    } else if (node instanceof Node.Group n) {
      return n.children().isEmpty() && n.kind() == Node.Group.Kinds.DATASETS
          ? "none imported"
          : Integer.toString(n.children().size());
    } else if (node instanceof Node.DatasetNode n) {
      DatasetRecord dataset = n.dataset();
      return dataset.format() + ", " + NumberWords.count(dataset.pairs(), "pair", "pairs");
    } else if (node instanceof Node.PlanNode n) {
      return n.sha().substring(0, 8);
    } else if (node instanceof Node.DraftNode) {
      return "draft";
    } else if (node instanceof Node.RunNode n) {
      return state(n.run());
    } else if (node instanceof Node.InspectionNode n) {
      CaseInspection inspection = n.inspection();
      String outcome =
          inspection.outcome().isEmpty() ? state(inspection.run()) : inspection.outcome();
      return outcome;
    } else if (node instanceof Node.ModelNode n) {
      return n.run() + (n.model().collapsed().isEmpty() ? "" : ", collapsed");
    } else if (node instanceof Node.ImportedModelNode n) {
      return "imported, " + n.model().format();
    } else if (node instanceof Node.DrawingsNode n) {
      return TimeWords.minute(n.entry().time());
    } else if (node instanceof Node.FindingNode n) {
      return n.finding().where();
    } else if (node instanceof Node.ReportNode n) {
      return TimeWords.minute(n.entry().time()) + review(n);
    }
    throw new IllegalArgumentException("No node: " + node);
  }

  private static String more(OpenCase content) {
    if (content instanceof OpenCase.Unreadable) {
      return "cannot be opened";
    }
    if (content instanceof OpenCase.Read read) {
      return read.info().caseNumber()
          + (read.writable()
              ? ""
              : read.info().caseNumber().isEmpty() ? "read-only" : ", read-only");
    }
    return "being read …";
  }

  private static String review(Node.ReportNode report) {
    SignOff review = report.review();
    return review == null
        ? ""
        : (review.approved() ? ", approved by " : ", returned by ")
            + review.reviewer()
            + (report.ownReview() ? " ⚠ by the login that wrote it" : "");
  }

  private static String state(RunRecord run) {
    return run.state().name().toLowerCase(Locale.ROOT);
  }

  /** What does not fit into the line, or at least the whole line, which may be cut off. */
  @Override
  public String getToolTipText(Object element) {
    String tip = tip((Node) element);
    return tip == null ? getText(element) : tip;
  }

  private @Nullable String tip(Node node) {
    if (node instanceof Node.CaseNode n && n.content() instanceof OpenCase.Unreadable unreadable) {
      return unreadable.problem() + "\n" + unreadable.remedy();
    } else if (node instanceof Node.CaseNode n) {
      String checked = n.content() instanceof OpenCase.Read read ? checks.words(read) : "";
      return n.caseFolder() + (checked.isEmpty() ? "" : "\n" + checked);
    } else if (node instanceof Node.Group n) {
      return n.children().isEmpty() && n.kind() == Node.Group.Kinds.DATASETS
          ? "No data set was imported into this case. Plans can draw their own faces, as that of"
              + " the sample case does."
          : n.kind().title();
    } else if (node instanceof Node.DrawingsNode n) {
      return String.join("\n", n.kept().models());
    } else if (node instanceof Node.FindingNode n) {
      return n.finding().text() + "\n" + n.finding().where();
    } else if (node instanceof Node.ReportNode n) {
      SignOff review = n.review();
      String own =
          n.ownReview()
              ? "Report and review come from the same login; a second person has not looked yet."
              : "";
      String said = review == null ? "" : review.text();
      return (said + "\n" + own).isBlank() ? null : (said + "\n" + own).strip();
    } else if (node instanceof Node.RunNode n && !n.run().message().isEmpty()) {
      return n.run().message();
    } else if (node instanceof Node.InspectionNode n) {
      return tip(n.inspection());
    } else if (node instanceof Node.ModelNode n) {
      CaseModel model = n.model();
      return words(n).name()
          + "\nof the run "
          + n.run()
          + " ("
          + model.run()
          + ")"
          + (model.collapsed().isEmpty() ? "" : "\n" + model.collapsed());
    }
    return null;
  }

  private static String tip(CaseInspection inspection) {
    String words =
        inspection.sentence().isEmpty() ? inspection.run().message() : inspection.sentence();
    String name =
        inspection.run().name()
            + " ("
            + inspection.run().id()
            + "), "
            + TimeWords.minute(inspection.run().started());
    return words.isEmpty() ? name : name + "\n" + words;
  }

  private Icons icon(Node node) {
    if (node instanceof Node.CaseNode n) {
      return n.content() instanceof OpenCase.Unreadable || isAltered(n)
          ? Icons.PROBLEM
          : Icons.CASE;
    } else if (node instanceof Node.Group) {
      return Icons.FOLDER;
    } else if (node instanceof Node.DatasetNode) {
      return Icons.DATASET;
    } else if (node instanceof Node.PlanNode || node instanceof Node.DraftNode) {
      return Icons.PLAN;
    } else if (node instanceof Node.RunNode) {
      return Icons.RUN;
    } else if (node instanceof Node.InspectionNode n) {
      return n.inspection().isSelfTest() ? Icons.SELF_TEST : Icons.INSPECTION;
    } else if (node instanceof Node.ModelNode || node instanceof Node.ImportedModelNode) {
      return Icons.MODEL;
    } else if (node instanceof Node.DrawingsNode) {
      return Icons.DRAWING;
    } else if (node instanceof Node.FindingNode) {
      return Icons.FINDING;
    }
    return Icons.REPORT;
  }

  @Override
  public Image getImage(Object element) {
    return images.computeIfAbsent(
        icon((Node) element), icon -> resources.create(icon.descriptor()));
  }

  @Override
  public void dispose() {
    resources.dispose();
    super.dispose();
  }
}
