package org.pentimento.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pentimento.api.Progress;
import org.pentimento.report.source.ReportSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Reports as PDF keep to what archives and screen readers need, as veraPDF sees it. */
class ArchiveTest {
  @BeforeAll
  static void begin() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private static byte[] pdf(ReportSource source) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ReportWriter(BuiltinFigures.ALL).write(source, ReportFormat.PDF, out, Progress.NONE);
    return out.toByteArray();
  }

  private static ValidationResult checked(byte[] pdf, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return validator.validate(parser);
    }
  }

  private static void isFit(byte[] pdf) throws Exception {
    for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_2_B, PDFAFlavour.PDFUA_1}) {
      ValidationResult result = checked(pdf, flavour);
      assertThat(result.getTestAssertions())
          .extracting(a -> a.getRuleId().getClause() + ": " + a.getMessage())
          .as(flavour.toString())
          .isEmpty();
      assertThat(result.getTotalAssertions()).isGreaterThan(10_000);
    }
  }

  @Test
  void aReportOfRunsIsFitForAnArchive() throws Exception {
    isFit(pdf(new MadeUpCase()));
  }

  @Test
  void aReportOfInspectedModelsIsFitForAnArchive() throws Exception {
    isFit(pdf(new MadeUpSuspect()));
  }

  @Test
  void whatIsNotTaggedIsFound() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(pdf(new MadeUpSuspect()))) {
      COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
      catalog.removeItem(COSName.STRUCT_TREE_ROOT);
      document.save(out);
    }
    assertThat(checked(out.toByteArray(), PDFAFlavour.PDFUA_1).isCompliant()).isFalse();
  }
}
