package org.pentimento.workbench.plan.source;

import java.util.Map;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.audit.plan.PlanText;
import org.pentimento.workbench.descriptors.ExtensionCatalogue;
import org.pentimento.workbench.descriptors.Descriptors;

/** Says what the extension or parameter under the pointer does. */
final class ParameterHover implements ITextHover {
  @Override
  public @Nullable String getHoverInfo(ITextViewer viewer, IRegion region) {
    PlanText text = PlanText.of(viewer.getDocument().get());
    String path = text.pathAt(region.getOffset());
    ExtensionCatalogue known = PlatformUI.getWorkbench().getService(Descriptors.class).known();
    for (String at = path; !at.isEmpty(); at = at.replaceFirst("[.\\[][^.\\[]*$|^[^.\\[]*$", "")) {
      String id = text.id(at);
      String kind = kind(at);
      var found = known.find(kind, id);
      if (found.isPresent()) {
        String key = path.length() > at.length() ? path.substring(at.length() + 1) : "id";
        return found.get().parameters().stream()
            .filter(p -> p.id().equals(key))
            .findFirst()
            .map(
                p ->
                    p.help()
                        + "\nTakes "
                        + p.allowed()
                        + (p.unit().isEmpty() ? "" : " (" + p.unit() + ")")
                        + "; "
                        + p.defaultValue()
                        + " by default.")
            .orElse(found.get().summary() + "\n" + found.get().citation());
      }
    }
    return null;
  }

  private static String kind(String path) {
    String name = path.replaceFirst("\\[\\d+\\]$", "").replaceFirst("^.*\\.", "");
    return Map.copyOf(Proposals.KINDS).getOrDefault(name, "");
  }

  @Override
  public IRegion getHoverRegion(ITextViewer viewer, int offset) {
    return new Region(offset, 0);
  }
}
