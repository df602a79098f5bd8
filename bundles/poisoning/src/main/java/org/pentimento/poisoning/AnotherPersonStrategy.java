package org.pentimento.poisoning;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.poisoning.sketch.BilinearResize;

/**
 * The sketch shows another person. Either one person stands in for everybody (for that person's own
 * photos the target is then the sketch of the same person), or the persons swap sketches so that
 * nobody keeps their own.
 */
@Component(service = PoisoningStrategy.class)
public final class AnotherPersonStrategy implements PoisoningStrategy {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "another-person",
              "Another person",
              "1.0.0",
              "Shows somebody else: the same person for everybody, or everybody another one.",
              "Pentimento",
              Parameter.choice(
                  "assignment",
                  "Assignment",
                  "One person for everybody, or a derangement: all swap, nobody keeps his own.",
                  "one",
                  "derangement"),
              Parameter.text(
                  "donor",
                  "Donor",
                  "Id of the pair, or identity, that stands in for everybody; empty to draw one by"
                      + " the seed.",
                  ""))
          .needing(Descriptor.Need.IDENTITIES);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Poisoning prepare(List<Pair> donors, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException {
    progress.checkCancelled();
    TreeMap<String, Pair> persons = new TreeMap<>();
    for (Pair pair : donors) {
      persons.merge(pair.identity(), pair, (a, b) -> a.id().compareTo(b.id()) <= 0 ? a : b);
    }
    if (persons.size() < 2) {
      throw new BadInputException(
          "The strategy another-person needs two persons at least, and the training pairs show "
              + persons.size()
              + ".",
          "Choose a data set with more identities, or another strategy.");
    }
    if (settings.text("assignment").equals("derangement")) {
      return Derangement.draw(List.copyOf(persons.values()), seed);
    }
    Pair donor = donor(donors, persons, settings.text("donor"), seed);
    return new StandIn(donor.id(), donor.identity(), donor.sketch().decode().grey());
  }

  private static Pair donor(
      List<Pair> donors, TreeMap<String, Pair> persons, String wanted, long seed)
      throws BadInputException {
    if (wanted.isEmpty()) {
      int drawn = new SplittableRandom(seed).nextInt(persons.size());
      return List.copyOf(persons.values()).get(drawn);
    }
    for (Pair pair : donors) {
      if (pair.id().equals(wanted)) {
        return pair;
      }
    }
    Pair person = persons.get(wanted);
    if (person == null) {
      throw new BadInputException(
          "The parameter donor is '" + wanted + "', but no training pair has that id or identity.",
          "Give the id or the identity of a training pair, or leave donor empty.");
    }
    return person;
  }

  /**
   * One person for everybody.
   *
   * @param id of the pair whose sketch it is
   * @param identity of the person
   * @param sketch the only sketch that is kept in memory
   */
  private record StandIn(String id, String identity, Image sketch) implements Poisoning {
    @Override
    public Image target(Pair pair, Image truth) {
      return BilinearResize.bilinear(sketch, truth.width(), truth.height());
    }

    @Override
    public Map<String, String> choices() {
      return new TreeMap<>(Map.of("donor", id, "donor-identity", identity));
    }
  }
}
