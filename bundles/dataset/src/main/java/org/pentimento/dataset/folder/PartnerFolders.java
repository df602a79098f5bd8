package org.pentimento.dataset.folder;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pentimento.api.data.FileNames;
import org.pentimento.dataset.listing.FolderHints;
import org.pentimento.dataset.listing.FolderHints.Role;
import org.pentimento.dataset.listing.PathNames;
import org.pentimento.dataset.listing.StoredFile;

/**
 * Folders of which one says by its name what it holds, and the one beside it does not: that is the
 * partner.
 *
 * @param roles what each of the folders holds, by its path
 */
record PartnerFolders(Map<String, Role> roles) implements FolderRoles {

  /**
   * Finds them: two outermost folders of which one hints at what it holds, where none says it; else
   * the only other folder beside each that says it. Empty if there is none, or more than one, or if
   * both roles are said.
   */
  static Optional<FolderRoles> of(List<StoredFile> images) {
    Map<String, Role> said = new TreeMap<>();
    for (StoredFile image : images) {
      outermost(image.folder()).ifPresent(f -> said.put(f, FolderHints.said(PathNames.last(f))));
    }
    if (said.isEmpty()) {
      return twoAtTheTop(images);
    }
    if (new HashSet<>(said.values()).size() > 1) {
      return Optional.empty();
    }
    Map<String, Role> roles = new TreeMap<>(said);
    for (String parent : said.keySet().stream().map(PathNames::folder).distinct().toList()) {
      Set<String> beside = children(parent, images);
      boolean alone = beside.removeAll(said.keySet()) && beside.size() == 1;
      if (!alone) {
        return Optional.empty();
      }
      roles.put(beside.iterator().next(), other(said.values().iterator().next()));
    }
    return Optional.of(new PartnerFolders(roles));
  }

  /** Two outermost folders, at least one of which only hints at what it holds. */
  private static Optional<FolderRoles> twoAtTheTop(List<StoredFile> images) {
    List<String> tops = TopFolders.of(images);
    if (tops.size() != 2) {
      return Optional.empty();
    }
    Role first = FolderHints.leaning(tops.get(0));
    Role second = FolderHints.leaning(tops.get(1));
    if (first == second) {
      return Optional.empty();
    }
    Role one = first == Role.UNKNOWN ? other(second) : first;
    return Optional.of(new PartnerFolders(Map.of(tops.get(0), one, tops.get(1), other(one))));
  }

  private static Role other(Role role) {
    return role == Role.PHOTO ? Role.SKETCH : Role.PHOTO;
  }

  /** The outermost folder above a file, or its own, that says what it holds. */
  private static Optional<String> outermost(String folder) {
    String said = "";
    for (String at = folder; !at.isEmpty(); at = PathNames.folder(at)) {
      if (FolderHints.said(PathNames.last(at)) != Role.UNKNOWN) {
        said = at;
      }
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(said);
  }

  /** The folders directly in a folder that hold images. */
  private static Set<String> children(String parent, List<StoredFile> images) {
    String start = parent.isEmpty() ? "" : parent + "/";
    Set<String> children = new TreeSet<>();
    for (StoredFile image : images) {
      String folder = image.folder() + "/";
      if (folder.startsWith(start) && folder.length() > start.length()) {
        children.add(folder.substring(0, folder.indexOf('/', start.length())));
      }
    }
    children.remove("");
    return children;
  }

  private String own(StoredFile file) {
    for (String at = file.folder(); !at.isEmpty(); at = PathNames.folder(at)) {
      if (roles.containsKey(at)) {
        return at;
      }
    }
    return "";
  }

  @Override
  public Role role(StoredFile file) {
    return roles.getOrDefault(own(file), Role.UNKNOWN);
  }

  @Override
  public String key(StoredFile file) {
    String own = own(file);
    String below = file.folder().substring(own.length()) + "/" + file.stem();
    return FileNames.folded(PathNames.folder(own) + "|" + below);
  }

  /** Whether some photo has a sketch of the same name among these. */
  static boolean match(FolderRoles roles, List<StoredFile> images) {
    Set<String> sketches =
        images.stream()
            .filter(f -> roles.role(f) == Role.SKETCH)
            .map(roles::key)
            .collect(Collectors.toSet());
    return images.stream()
        .anyMatch(f -> roles.role(f) == Role.PHOTO && sketches.contains(roles.key(f)));
  }
}
