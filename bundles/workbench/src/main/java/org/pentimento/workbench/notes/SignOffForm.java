package org.pentimento.workbench.notes;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.SignOffRule;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.integrity.ReceiptHandler;
import org.pentimento.workbench.preferences.Identity;
import org.pentimento.workbench.selection.Node;

/** The form of a review: who reviewed the report, and with what outcome. */
final class SignOffForm implements EntryDialog.Form {
  private final Node.ReportNode report;
  private @Nullable Fields fields;
  private boolean approving;

  private record Fields(Text reviewer, Button approved, Button returned, Text text) {}

  SignOffForm(Node.ReportNode report) {
    this.report = report;
  }

  @Override
  public void make(Composite box, Runnable changed) {
    new Label(box, SWT.NONE).setText("Re&viewer:");
    Text reviewer = new Text(box, SWT.BORDER);
    reviewer.setText(Identity.current().examiner());
    GridDataFactory.fillDefaults().grab(true, false).applyTo(reviewer);
    Button approved = new Button(box, SWT.RADIO);
    approved.setText("&Approved: I stand by this report");
    GridDataFactory.fillDefaults().indent(0, 6).applyTo(approved);
    Button returned = new Button(box, SWT.RADIO);
    returned.setText("Re&turned to the examiner, for the reason below");
    if (report.entry().login().equals(System.getProperty("user.name", ""))) {
      Label own = new Label(box, SWT.WRAP);
      own.setText(
          "⚠ You are logged in as "
              + report.entry().login()
              + ", who wrote this report. The review will be marked as one by the same login;"
              + " have a second person review it too.");
      GridDataFactory.fillDefaults()
          .grab(true, false)
          .hint(440, SWT.DEFAULT)
          .indent(0, 6)
          .applyTo(own);
    }
    new Label(box, SWT.NONE).setText("Re&mark:");
    Text text = new Text(box, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
    GridDataFactory.fillDefaults().grab(true, true).hint(440, 90).applyTo(text);
    Fields made = new Fields(reviewer, approved, returned, text);
    fields = made;
    reviewer.addModifyListener(e -> changed.run());
    text.addModifyListener(e -> changed.run());
    approved.addListener(SWT.Selection, e -> changed.run());
    returned.addListener(SWT.Selection, e -> changed.run());
    reviewer.selectAll();
    reviewer.setFocus();
  }

  @Override
  public String problem() {
    Fields f = fields;
    if (f == null || f.reviewer().getText().isBlank()) {
      return "Say who reviews.";
    } else if (f.approved().getSelection()) {
      return refusal();
    } else if (!f.returned().getSelection()) {
      return "Say whether you approve of it; nothing is chosen for you.";
    }
    return f.text().getText().isBlank() ? "Say why it is returned." : "";
  }

  private String refusal() {
    return PlatformUI.getWorkbench()
        .getService(OpenCases.class)
        .read(report.caseFolder())
        .map(read -> SignOffRule.refusal(read.entries(), report.entry()))
        .orElse("");
  }

  @Override
  public Path caseFolder() {
    return report.caseFolder();
  }

  @Override
  public void recorded(Shell shell) {
    boolean written =
        approving && report.entry().as(ReportWritten.class).flatMap(r -> r.draft()).isPresent();
    if (written) {
      FinalReport.write(caseFolder());
    }
    ReceiptHandler.offer(
        shell,
        caseFolder(),
        approving ? "Report Signed Off" : "Report Returned",
        written
            ? "The review is recorded. The report that is signed off, without the mark of a draft,"
                + " is being written beside the case, into a folder of its own; the draft stays"
                + " as it is. It opens when it is there."
            : "The review is recorded.");
  }

  @Override
  public List<CaseEvent> events() {
    Fields f = fields;
    if (f == null) {
      throw new IllegalStateException("The form is not made yet");
    }
    approving = f.approved().getSelection();
    return List.of(
        new SignOff(
            report.entry().number(),
            report.entry().hash(),
            f.reviewer().getText().strip(),
            approving,
            f.text().getText().strip()));
  }
}
