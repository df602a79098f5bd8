package org.pentimento.workbench.plan.source;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.plan.PlanText;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.descriptors.ExtensionHelp;

/** Says what the extension or parameter under the pointer does. */
final class ParameterHover implements ITextHover {
  @Override
  public @Nullable String getHoverInfo(ITextViewer viewer, IRegion region) {
    PlanText text = PlanText.of(viewer.getDocument().get());
    String path = text.pathAt(region.getOffset());
    ExtensionCatalogue known = PlatformUI.getWorkbench().getService(Descriptors.class).known();
    for (String at = path; !at.isEmpty(); at = at.replaceFirst("[.\\[][^.\\[]*$|^[^.\\[]*$", "")) {
      String id = text.id(at);
      Optional<InstalledExtension> found =
          kinds(at).stream().flatMap(kind -> known.find(kind, id).stream()).findFirst();
      if (found.isPresent()) {
        String key = path.length() > at.length() ? path.substring(at.length() + 1) : "id";
        Descriptor descriptor = found.get().descriptor();
        return descriptor
            .parameter(key)
            .map(ExtensionHelp::parameter)
            .orElse(descriptor.summary() + "\n" + descriptor.citation());
      }
    }
    return null;
  }

  private static List<Kind> kinds(String path) {
    return Proposals.KINDS.getOrDefault(
        path.replaceFirst("\\[\\d+\\]$", "").replaceFirst("^.*\\.", ""), List.of());
  }

  @Override
  public IRegion getHoverRegion(ITextViewer viewer, int offset) {
    return new Region(offset, 0);
  }
}
