package org.pentimento.protocol.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Something to be answered by the preview process, as one JSON object whose {@code ask} tells what.
 *
 * @param <A> what it is answered with: a record, or a sealed interface of records
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "ask")
@JsonSubTypes({
  @Type(value = PlanQuestion.CheckPlan.class, name = "check-plan"),
  @Type(value = PlanQuestion.PreviewAttack.class, name = "preview-attack"),
  @Type(value = PlanQuestion.EstimatePlan.class, name = "estimate-plan"),
  @Type(value = ImportQuestion.RecogniseDataset.class, name = "recognise-dataset"),
  @Type(value = ImportQuestion.RecogniseModel.class, name = "recognise-model"),
  @Type(value = ImportQuestion.PairFiles.class, name = "pair-files"),
  @Type(value = ImportQuestion.TryModel.class, name = "try-model"),
  @Type(value = DatasetQuestion.ListPairs.class, name = "list-pairs"),
  @Type(value = DatasetQuestion.MakeThumbnails.class, name = "make-thumbnails"),
  @Type(value = PairQuestion.DescribePair.class, name = "describe-pair"),
  @Type(value = PairQuestion.ShowPair.class, name = "show-pair"),
  @Type(value = PairQuestion.ListLayers.class, name = "list-layers"),
  @Type(value = PairQuestion.DrawLayer.class, name = "draw-layer")
})
public sealed interface Question<A>
    permits PlanQuestion, ImportQuestion, DatasetQuestion, PairQuestion {
  /** What it is answered with. */
  Class<A> answerType();
}
