package org.pentimento.workbench.plan.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.AnnotationPainter;
import org.eclipse.jface.text.source.AnnotationRulerColumn;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.DefaultAnnotationHover;
import org.eclipse.jface.text.source.IAnnotationAccess;
import org.eclipse.jface.text.source.IAnnotationAccessExtension;
import org.eclipse.jface.text.source.IAnnotationHover;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.plan.model.PlanModel;
import org.pentimento.workbench.plan.model.PlanProblem;
import org.pentimento.workbench.plan.page.PlanPage;

/** The page of the plan's YAML, with colours, proposals, and a marker at each problem. */
public final class SourcePage implements PlanPage {
  private static final String ERROR = "org.pentimento.workbench.plan.error";

  private final PlanModel model;
  private final Composite box;
  private final SourceViewer viewer;
  private final AnnotationModel annotations = new AnnotationModel();
  private @Nullable Color ground;
  private boolean locked;

  public SourcePage(Composite parent, PlanModel model) {
    this.model = model;
    box = new Composite(parent, SWT.NONE);
    box.setLayout(new FillLayout());
    Access access = new Access();
    CompositeRuler ruler = new CompositeRuler(6);
    AnnotationRulerColumn marks = new AnnotationRulerColumn(annotations, 18, access);
    marks.addAnnotationType(ERROR);
    ruler.addDecorator(0, marks);
    LineNumberRulerColumn numbers = new LineNumberRulerColumn();
    ruler.addDecorator(1, numbers);
    viewer = new SourceViewer(box, ruler, SWT.V_SCROLL | SWT.H_SCROLL);
    viewer.getTextWidget().setFont(JFaceResources.getTextFont());
    viewer.getTextWidget().setLeftMargin(4);
    viewer.configure(new Configuration());
    viewer.setDocument(model.document(), annotations);
    AnnotationPainter painter = new AnnotationPainter(viewer, access);
    painter.addTextStyleStrategy(
        ERROR, new AnnotationPainter.UnderlineStrategy(SWT.UNDERLINE_SQUIGGLE));
    painter.addAnnotationType(ERROR, ERROR);
    Color red = JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR);
    painter.setAnnotationTypeColor(
        ERROR, red == null ? box.getDisplay().getSystemColor(SWT.COLOR_RED) : red);
    viewer.addPainter(painter);
    viewer.addTextPresentationListener(painter);
    Color quiet = JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR);
    if (quiet != null) {
      numbers.setForeground(quiet);
    }
    viewer
        .getTextWidget()
        .addListener(
            SWT.Paint,
            e -> {
              Color now = viewer.getTextWidget().getBackground();
              if (!now.equals(ground)) { // the theme colours the text after it is made
                ground = now;
                numbers.setBackground(now);
                marks.getControl().setBackground(now);
                numbers.redraw();
              }
            });
  }

  public SourceViewer viewer() {
    return viewer;
  }

  @Override
  public String title() {
    return "Source";
  }

  @Override
  public Control control() {
    return box;
  }

  @Override
  public void refresh() {
    if (model.isReadOnly() && !locked) {
      locked = true;
      viewer.setEditable(false);
    }
  }

  @Override
  public void mark() {
    Map<Annotation, Position> wanted = new HashMap<>();
    for (PlanProblem p : model.problems()) {
      Position position = position(p);
      wanted.put(new Annotation(ERROR, false, p.message()), position);
    }
    List<Annotation> old = new ArrayList<>();
    annotations.getAnnotationIterator().forEachRemaining(old::add);
    annotations.replaceAnnotations(old.toArray(Annotation[]::new), wanted);
  }

  private Position position(PlanProblem p) {
    IDocument document = model.document();
    try {
      int line = Math.max(0, Math.min(document.getNumberOfLines() - 1, p.line() - 1));
      IRegion whole = document.getLineInformation(line);
      int start = p.key().isEmpty() ? whole.getOffset() : model.text().offset(p.key());
      int end = whole.getOffset() + whole.getLength();
      if (start < whole.getOffset() || start > end) {
        start = whole.getOffset();
      }
      String text = document.get(start, end - start);
      int length = p.key().isEmpty() ? text.length() : text.split("[,}\\]#\\n]", 2)[0].length();
      return new Position(start, Math.max(Math.min(1, text.length()), length));
    } catch (BadLocationException e) {
      return new Position(0, 0); // the text has changed since; it will be checked again
    }
  }

  /** Goes to the line of a problem. */
  @Override
  public boolean reveal(PlanProblem problem) {
    Position at = position(problem);
    viewer.setSelectedRange(at.getOffset(), at.getLength());
    viewer.revealRange(at.getOffset(), at.getLength());
    setFocus();
    return true;
  }

  @Override
  public List<String> keys() {
    return List.of();
  }

  @Override
  public void setFocus() {
    viewer.getTextWidget().setFocus();
  }

  private final class Configuration extends SourceViewerConfiguration {
    @Override
    public IPresentationReconciler getPresentationReconciler(ISourceViewer source) {
      PresentationReconciler reconciler = new PresentationReconciler();
      DefaultDamagerRepairer repairer = new DefaultDamagerRepairer(new YamlScanner());
      reconciler.setDamager(repairer, IDocument.DEFAULT_CONTENT_TYPE);
      reconciler.setRepairer(repairer, IDocument.DEFAULT_CONTENT_TYPE);
      return reconciler;
    }

    @Override
    public IContentAssistant getContentAssistant(ISourceViewer source) {
      ContentAssistant assistant = new ContentAssistant(true);
      assistant.setContentAssistProcessor(new Proposals(model), IDocument.DEFAULT_CONTENT_TYPE);
      assistant.enableAutoInsert(true);
      return assistant;
    }

    @Override
    public IAnnotationHover getAnnotationHover(ISourceViewer source) {
      return new DefaultAnnotationHover();
    }

    @Override
    public ITextHover getTextHover(ISourceViewer source, String contentType) {
      return new ParameterHover();
    }
  }

  /** Draws an annotation in the ruler. */
  private static final class Access implements IAnnotationAccess, IAnnotationAccessExtension {
    @Override
    public Object getType(Annotation annotation) {
      return annotation.getType();
    }

    @Override
    public boolean isMultiLine(Annotation annotation) {
      return false;
    }

    @Override
    public boolean isTemporary(Annotation annotation) {
      return true;
    }

    @Override
    public String getTypeLabel(Annotation annotation) {
      return "Error";
    }

    @Override
    public int getLayer(Annotation annotation) {
      return DEFAULT_LAYER;
    }

    @Override
    public void paint(Annotation annotation, GC gc, Canvas canvas, Rectangle bounds) {
      Image image =
          FieldDecorationRegistry.getDefault()
              .getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
              .getImage();
      Rectangle size = image.getBounds();
      gc.drawImage(
          image,
          bounds.x + (bounds.width - size.width) / 2,
          bounds.y + Math.max(0, (bounds.height - size.height) / 2));
    }

    @Override
    public boolean isPaintable(Annotation annotation) {
      return true;
    }

    @Override
    public boolean isSubtype(Object annotationType, Object potentialSupertype) {
      return annotationType.equals(potentialSupertype);
    }

    @Override
    public Object[] getSupertypes(Object annotationType) {
      return new Object[0];
    }
  }
}
