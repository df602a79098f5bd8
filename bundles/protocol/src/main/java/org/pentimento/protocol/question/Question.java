package org.pentimento.protocol.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Something to be answered by the preview process, as one JSON object whose {@code ask} tells what.
 *
 * @param <A> what it is answered with: a record, or a sealed interface of records
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "ask")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PlanQuestion.CheckPlan.class, name = "check-plan"),
  @JsonSubTypes.Type(value = PlanQuestion.PreviewAttack.class, name = "preview-attack"),
  @JsonSubTypes.Type(value = PlanQuestion.EstimatePlan.class, name = "estimate-plan"),
  @JsonSubTypes.Type(value = ImportQuestion.RecogniseDataset.class, name = "recognise-dataset"),
  @JsonSubTypes.Type(value = ImportQuestion.RecogniseModel.class, name = "recognise-model"),
  @JsonSubTypes.Type(value = ImportQuestion.PairFiles.class, name = "pair-files"),
  @JsonSubTypes.Type(value = ImportQuestion.TryModel.class, name = "try-model"),
  @JsonSubTypes.Type(value = DatasetQuestion.ListPairs.class, name = "list-pairs"),
  @JsonSubTypes.Type(value = DatasetQuestion.MakeThumbnails.class, name = "make-thumbnails"),
  @JsonSubTypes.Type(value = DatasetQuestion.ForeseeInspection.class, name = "foresee-inspection"),
  @JsonSubTypes.Type(
      value = DatasetQuestion.ForeseeModelInspection.class,
      name = "foresee-model-inspection"),
  @JsonSubTypes.Type(value = PairQuestion.DescribePair.class, name = "describe-pair"),
  @JsonSubTypes.Type(value = PairQuestion.ShowPair.class, name = "show-pair"),
  @JsonSubTypes.Type(value = PairQuestion.ListLayers.class, name = "list-layers"),
  @JsonSubTypes.Type(value = PairQuestion.DrawLayer.class, name = "draw-layer")
})
public sealed interface Question<A>
    permits PlanQuestion, ImportQuestion, DatasetQuestion, PairQuestion {
  /** What it is answered with. */
  Class<A> answerType();
}
