package org.pentimento.report.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/**
 * What each piece of a document is – heading, table, figure, ornament – and in which order it is
 * read, for those who have it read aloud (ISO 32000-1, 14.7 and 14.8).
 */
final class Tags {
  /** Elements that hold other elements and no text of their own. */
  private static final Set<String> HOLDERS =
      Set.of("Document", "L", "LI", "Table", "TR", "TOC", "TOCI");

  private final PDDocument document;
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement whole = new PDStructureElement("Document", root);
  private final Deque<PDStructureElement> open = new ArrayDeque<>();
  private final Map<PDPage, COSArray> onPage = new LinkedHashMap<>();
  private final List<COSDictionary> annotated = new ArrayList<>();
  private int level;
  private boolean ornament;

  Tags(PDDocument document) {
    this.document = document;
    root.appendKid(whole);
    open.push(whole);
  }

  /** Something that is set. */
  @FunctionalInterface
  interface Content {
    void set() throws IOException;
  }

  /** Sets what is one element of a kind, such as {@code Table}. */
  PDStructureElement within(String type, Content content) throws IOException {
    PDStructureElement element = child(type);
    in(element, content);
    return element;
  }

  /** An element of a kind that is filled later. */
  PDStructureElement child(String type) {
    PDStructureElement parent = Objects.requireNonNull(open.peek());
    PDStructureElement element = new PDStructureElement(type, parent);
    if (!ornament) {
      parent.appendKid(element);
    }
    return element;
  }

  /** Goes on with an element. */
  void in(PDStructureElement element, Content content) throws IOException {
    open.push(element);
    content.set();
    open.pop();
  }

  /** Sets text of a kind where none is begun; within a cell or the like it belongs to that. */
  void leaf(String type, Content content) throws IOException {
    if (HOLDERS.contains(Objects.requireNonNull(open.peek()).getStructureType())) {
      within(type, content);
    } else {
      content.set();
    }
  }

  /** The kind of a heading that is not more than one step below the one before. */
  String heading(int wanted) {
    level = Math.min(wanted, level + 1);
    return "H" + level;
  }

  /** Sets a cell of a table's head. */
  void head(Content content, String scope) throws IOException {
    PDTableAttributeObject attribute = new PDTableAttributeObject();
    attribute.setScope(scope);
    within("TH", content).addAttribute(attribute);
  }

  /** Sets what only repeats or adorns and is not read. */
  void ornament(Content content) throws IOException {
    boolean before = ornament;
    ornament = true;
    content.set();
    ornament = before;
  }

  /** Draws text or lines that belong to the element that is open. */
  void mark(PDPageContentStream out, PDPage page, Content content) throws IOException {
    PDStructureElement element = Objects.requireNonNull(open.peek());
    if (ornament || HOLDERS.contains(element.getStructureType())) {
      out.beginMarkedContent(COSName.ARTIFACT);
    } else {
      COSArray marked = onPage.computeIfAbsent(page, p -> new COSArray());
      int id = marked.size();
      marked.add(element.getCOSObject());
      COSDictionary reference = new COSDictionary();
      reference.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
      reference.setItem(COSName.PG, page.getCOSObject());
      reference.setInt(COSName.MCID, id);
      kid(element, reference);
      out.beginMarkedContent(COSName.getPDFName(element.getStructureType()), id);
    }
    content.set();
    out.endMarkedContent();
  }

  private static void kid(PDStructureElement element, COSDictionary kid) {
    COSArray kids = element.getCOSObject().getCOSArray(COSName.K);
    if (kids == null) {
      kids = new COSArray();
      element.getCOSObject().setItem(COSName.K, kids);
    }
    kids.add(kid);
  }

  /**
   * Draws a figure.
   *
   * @param alt what it shows, for those who cannot see it
   * @param box its place on the page
   */
  void figure(PDPageContentStream out, PDPage page, String alt, PDRectangle box, Content content)
      throws IOException {
    PDStructureElement figure = within("Figure", () -> mark(out, page, content));
    figure.setAlternateDescription(alt.isBlank() ? "Figure" : alt);
    PDLayoutAttributeObject place = new PDLayoutAttributeObject();
    place.setBBox(box);
    figure.addAttribute(place);
  }

  /** Makes a link a part of the element that is open. */
  void link(PDAnnotation link, PDPage page) {
    PDStructureElement element = Objects.requireNonNull(open.peek());
    PDObjectReference reference = new PDObjectReference();
    reference.setReferencedObject(link);
    reference.getCOSObject().setItem(COSName.PG, page.getCOSObject());
    kid(element, reference.getCOSObject());
    link.setStructParent(annotated.size());
    annotated.add(element.getCOSObject());
  }

  /** Writes the structure into the document, when all is set. */
  void finish() {
    COSArray numbers = new COSArray();
    int next = 0;
    for (COSDictionary element : annotated) {
      numbers.add(COSInteger.get(next++));
      numbers.add(element);
    }
    for (Map.Entry<PDPage, COSArray> marked : onPage.entrySet()) {
      marked.getKey().setStructParents(next);
      numbers.add(COSInteger.get(next++));
      numbers.add(marked.getValue());
    }
    COSDictionary tree = new COSDictionary();
    tree.setItem(COSName.NUMS, numbers);
    root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
    root.setParentTreeNextKey(next);
    for (PDPage page : document.getPages()) {
      page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    }
    PDMarkInfo marks = new PDMarkInfo();
    marks.setMarked(true);
    document.getDocumentCatalog().setMarkInfo(marks);
    document.getDocumentCatalog().setStructureTreeRoot(root);
  }
}
