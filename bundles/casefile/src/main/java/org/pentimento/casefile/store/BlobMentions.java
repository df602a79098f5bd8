package org.pentimento.casefile.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.json.CanonicalJson;

/**
 * Hashes that JSON mentions, whatever it is. By them it is known which blobs are left over:
 * whatever looks like the hash of a blob counts, because rather a blob too many is kept than one
 * too few.
 */
public final class BlobMentions {
  private BlobMentions() {}

  /** Adds all texts and keys in a tree that look like a SHA-256. */
  public static void collect(JsonNode tree, Set<String> into) {
    if (tree.isTextual() && Sha256.isHex(tree.textValue())) {
      into.add(tree.textValue());
    }
    tree.fieldNames()
        .forEachRemaining(
            name -> {
              if (Sha256.isHex(name)) {
                into.add(name);
              }
            });
    for (JsonNode child : tree) {
      collect(child, into);
    }
  }

  /** Blobs that can be reached from hashes, directly or through JSON blobs that mention others. */
  public static Set<String> closure(Collection<String> hashes, Blobs blobs, Progress progress)
      throws IOException, CancelledException {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(hashes);
    while (!open.isEmpty()) {
      progress.checkCancelled();
      String sha = open.pop();
      if (blobs.contains(sha) && reached.add(sha)) {
        open.addAll(mentionedIn(sha, blobs));
      }
    }
    return reached;
  }

  /** Hashes in a blob that is JSON; none in any other. */
  public static Set<String> mentionedIn(String sha, Blobs blobs) throws IOException {
    Set<String> mentioned = new HashSet<>();
    try (InputStream in = new BufferedInputStream(blobs.open(sha))) {
      in.mark(1);
      int first = in.read();
      if (first != '{' && first != '[') {
        return mentioned;
      }
      in.reset();
      JsonParser parser = CanonicalJson.parser(in);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
        if (text && Sha256.isHex(parser.getText())) {
          mentioned.add(parser.getText());
        }
      }
    } catch (JsonProcessingException | BadInputException e) {
      // Not JSON, or damaged, which is found elsewhere; what was read so far may be a mention.
      return mentioned;
    }
    return mentioned;
  }
}
