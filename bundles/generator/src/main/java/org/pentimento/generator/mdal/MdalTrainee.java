package org.pentimento.generator.mdal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pentimento.api.image.Image;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.engine.training.Batch;
import org.pentimento.engine.training.Losses;
import org.pentimento.engine.training.Losses.Loss;
import org.pentimento.engine.training.Seeds;
import org.pentimento.engine.training.StepReport;
import org.pentimento.engine.training.Trainee;
import org.pentimento.generator.model.Blueprint;
import org.pentimento.generator.model.Drawing;
import org.pentimento.generator.model.Learner;

/**
 * Learns to interpret photos and sketches by making them again: both are encoded to latent images,
 * and from either latent image both the sketch and the photo are decoded. Discriminators keep what
 * is decoded like true sketches and photos and the photo's latent image like the sketch's.
 *
 * <p>S. Zhang et al.: Face Sketch Synthesis by Multidomain Adversarial Learning. TNNLS 2019. One
 * step updates, in this order: the discriminators of sketches and of photos; the decoder of
 * sketches with both encoders; the decoder of photos with both encoders; the discriminator of
 * latent images, which takes the sketches' ones for true; the encoder of photos, towards the
 * sketch's latent image. Images are encoded anew only when an encoder has changed.
 */
public final class MdalTrainee implements Trainee, AutoCloseable {
  /** How often a step changes the weights of the photo's encoder. */
  private static final int PHOTO_ENCODER_UPDATES = 3;

  /** How often a step changes the weights of the sketch's encoder. */
  private static final int SKETCH_ENCODER_UPDATES = 2;

  private final Domain photos;
  private final Domain sketches;
  private final Learner latentJudge;
  private final Blueprint generator;
  private final double l1Weight;
  private final Losses.Ink ink;
  private final long dropoutSeed;

  /**
   * The networks of one kind of image.
   *
   * @param encoder to latent images
   * @param decoder from latent images
   * @param judge of images
   */
  record Domain(Learner encoder, Learner decoder, Learner judge) {
    private Stream<Learner> learners() {
      return Stream.of(encoder, decoder, judge);
    }
  }

  /**
   * Takes over all learners.
   *
   * @param generator what draws in the end
   * @param l1Weight of the mean absolute differences against fooling the discriminators
   * @param ink how ink is weighed in sketches
   */
  MdalTrainee(
      Domain photos,
      Domain sketches,
      Learner latentJudge,
      Blueprint generator,
      double l1Weight,
      Losses.Ink ink,
      long dropoutSeed) {
    this.photos = photos;
    this.sketches = sketches;
    this.latentJudge = latentJudge;
    this.generator = generator;
    this.l1Weight = l1Weight;
    this.ink = ink;
    this.dropoutSeed = dropoutSeed;
  }

  @Override
  public StepReport step(Batch batch) {
    return new Step(batch).run();
  }

  /** The latent images of a batch. */
  private record Latents(Tensor ofPhoto, Tensor ofSketch) {}

  /** One step. */
  private final class Step {
    private final Batch batch;
    private final Tensor photo;
    private final Tensor sketch;
    private final long seed;
    private final Map<String, Double> gradients = new LinkedHashMap<>();
    private double discriminator;
    private double adversarial;
    private double reconstruction;

    Step(Batch batch) {
      this.batch = batch;
      this.photo = generator.packing().pack(batch.photos());
      this.sketch = generator.packing().pack(batch.sketches());
      this.seed = Seeds.derive(dropoutSeed, batch.step());
    }

    StepReport run() {
      Latents latents = encode(0);
      judge(
          sketches.judge(),
          sketch,
          decode(sketches, latents.ofPhoto(), 0),
          decode(sketches, latents.ofSketch(), 1));
      judge(
          photos.judge(),
          photo,
          decode(photos, latents.ofPhoto(), 0),
          decode(photos, latents.ofSketch(), 1));
      double drawing = reconstruct(sketches, sketch, latents, 0);
      reconstruct(photos, photo, encode(1), 1);
      latents = encode(2);
      judge(latentJudge, latents.ofSketch(), latents.ofPhoto());
      double latent = approach(latents);

      // The networks' values span 2, the images' 1.
      double span = generator.packing().high() - generator.packing().low();
      Map<String, Double> losses = new LinkedHashMap<>();
      losses.put("l1", drawing / span);
      losses.put("reconstruction", (reconstruction - drawing) / 3 / span);
      losses.put("latent", latent / span);
      losses.put("adversarial", adversarial / 5);
      losses.put("discriminator", discriminator / 8);
      return new StepReport(losses, gradients);
    }

    /**
     * @param round how often the encoders have changed in this step
     */
    private Latents encode(int round) {
      return new Latents(
          forward(photos.encoder(), photo, round), forward(sketches.encoder(), sketch, round));
    }

    /** Decodes latent images, of photos (0) or of sketches (1). */
    private Tensor decode(Domain domain, Tensor latent, int source) {
      return forward(domain.decoder(), latent, source);
    }

    /** Runs a network whose dropout depends on step, network and use. */
    private Tensor forward(Learner learner, Tensor input, int use) {
      learner.network().reseed(Seeds.derive(seed, 31L * learner.name().hashCode() + use));
      return learner.network().forward(input, true);
    }

    /** Lets a discriminator learn what is true and what is made. */
    private void judge(Learner judge, Tensor real, Tensor... fakes) {
      Network network = judge.network();
      Loss loss = Losses.crossEntropy(network.forward(real, true), true);
      network.backward(loss.gradient());
      discriminator += loss.value();
      for (Tensor fake : fakes) {
        loss = Losses.crossEntropy(network.forward(fake, true), false);
        network.backwardAdding(loss.gradient());
        discriminator += loss.value();
      }
      update(judge, 1, 0);
    }

    /**
     * Improves a decoder, and both encoders for it.
     *
     * @param update counted from 0, how often the encoders have been updated in this step
     * @return the mean absolute difference of what was decoded from the photo
     */
    private double reconstruct(Domain domain, Tensor truth, Latents latents, int update) {
      Network decoder = domain.decoder().network();
      Loss fromPhoto = miss(domain.judge(), decode(domain, latents.ofPhoto(), 0), truth);
      photos.encoder().network().backward(decoder.backwardThrough(fromPhoto.gradient()));
      Loss fromSketch = miss(domain.judge(), decode(domain, latents.ofSketch(), 1), truth);
      sketches.encoder().network().backward(decoder.backwardThroughAdding(fromSketch.gradient()));
      update(photos.encoder(), PHOTO_ENCODER_UPDATES, update);
      update(sketches.encoder(), SKETCH_ENCODER_UPDATES, update);
      update(domain.decoder(), 1, 0);
      reconstruction += fromPhoto.value() + fromSketch.value();
      return fromPhoto.value();
    }

    /** Brings the latent images of photos nearer to the latent images of sketches, which stay. */
    private double approach(Latents latents) {
      Loss loss = miss(latentJudge, latents.ofPhoto(), latents.ofSketch());
      photos.encoder().network().backward(loss.gradient());
      update(photos.encoder(), PHOTO_ENCODER_UPDATES, 2);
      return loss.value();
    }

    /**
     * How far an image is from the true one, with the gradient that counts as well that the
     * discriminator should take it for a true one.
     */
    private Loss miss(Learner judge, Tensor made, Tensor truth) {
      Loss fooled = Losses.crossEntropy(judge.network().forward(made, true), true);
      Loss l1 = judge == sketches.judge() ? Losses.inkL1(made, truth, ink) : Losses.l1(made, truth);
      adversarial += fooled.value();
      return new Loss(
          l1.value(),
          judge.network().inputGradient(fooled.gradient()).plus(l1Weight, l1.gradient()));
    }

    /** The largest gradient of a step is reported. */
    private void update(Learner learner, int perStep, int update) {
      double gradient = learner.update((batch.step() - 1) * perStep + update + 1, batch.rate());
      gradients.merge(learner.name(), gradient, Math::max);
    }
  }

  /** What draws, with the weights of now; a network of its own. */
  Network drawing() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    photos
        .encoder()
        .network()
        .tensors()
        .forEach((name, tensor) -> weights.put(MdalBlueprint.ENCODER + name, tensor));
    sketches
        .decoder()
        .network()
        .tensors()
        .forEach((name, tensor) -> weights.put(MdalBlueprint.DECODER + name, tensor));
    return generator.with(weights);
  }

  @Override
  public List<Image> sketch(List<Image> photoBatch) {
    try (Network network = drawing()) {
      return new Drawing(network, generator.packing()).sketch(photoBatch);
    }
  }

  /** All that learns. */
  Stream<Learner> learners() {
    return Stream.concat(
        Stream.of(latentJudge), Stream.of(photos, sketches).flatMap(Domain::learners));
  }

  @Override
  public Map<String, List<Integer>> shapes() {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    learners().forEach(learner -> shapes.putAll(learner.shapes()));
    return shapes;
  }

  @Override
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    learners().forEach(learner -> state.putAll(learner.state()));
    return state;
  }

  @Override
  public void restore(Map<String, Tensor> state) {
    learners().forEach(learner -> learner.restore(state));
  }

  @Override
  public void close() {
    learners().forEach(Learner::close);
  }
}
