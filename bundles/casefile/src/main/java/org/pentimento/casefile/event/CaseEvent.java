package org.pentimento.casefile.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;

/**
 * Something that happened to a case, as one entry of the custody log tells it.
 *
 * <p>An entry has the event's {@link #action} and {@link #body}. Everything that follows from an
 * event is a method of it: what must hold before it is recorded, which blobs it leads to, and what
 * the index says afterwards. A new event is a record here and a line in {@link #of}.
 */
public sealed interface CaseEvent
    permits CaseHandedOver,
        CaseRemark,
        DatasetImported,
        DrawingsKept,
        Exported,
        Housekeeping,
        ModelImported,
        OtherEvent,
        ProficiencyEvent,
        ReportWritten,
        RunEvent,
        SignOff {

  /** The name of the event in the log, such as {@code run-finished}. */
  String action();

  /** What the log holds of the event, as a JSON tree. */
  default JsonNode body() {
    return CanonicalJson.tree(this);
  }

  /** Blobs that the event names, each of which has to be in the case. */
  default List<BlobReference> blobs() {
    return List.of();
  }

  /**
   * Refuses an event that must not be recorded. Whether its blobs are there is asked elsewhere.
   *
   * @param runKnown whether a run of an id was started
   * @throws BadInputException if the event does not fit the case
   */
  default void check(Predicate<String> runKnown) throws BadInputException {}

  /**
   * Says in the index what the event means; does nothing if that is no more than that it happened.
   *
   * @throws X if the rows cannot be written
   */
  default <X extends Exception> void index(EventRows<X> rows) throws X {}

  /**
   * The event that an entry tells.
   *
   * @return an {@link OtherEvent} if this version does not know the action
   * @throws BadInputException if the body is not one of that action
   */
  static CaseEvent of(String action, JsonNode body) throws BadInputException {
    return switch (action) {
      case CaseCreated.ACTION -> CaseCreated.of(body);
      case Recovered.ACTION -> Recovered.of(body);
      case LeftOver.ACTION -> LeftOver.of(body);
      case KeyChanged.ACTION -> CanonicalJson.convert(body, KeyChanged.class);
      case IndexRebuilt.ACTION -> CanonicalJson.convert(body, IndexRebuilt.class);
      case DatasetImported.ACTION -> new DatasetImported(DatasetRecord.of(body));
      case ModelImported.ACTION ->
          new ModelImported(CanonicalJson.convert(body, ModelRecord.class));
      case RunStarted.ACTION -> RunStarted.of(body);
      case RunFinished.ACTION -> CanonicalJson.convert(body, RunFinished.class);
      case InspectionFinished.ACTION -> CanonicalJson.convert(body, InspectionFinished.class);
      case ModelInspectionFinished.ACTION ->
          CanonicalJson.convert(body, ModelInspectionFinished.class);
      case ModelSelfTestFinished.ACTION -> CanonicalJson.convert(body, ModelSelfTestFinished.class);
      case PhotoInspectionFinished.ACTION ->
          CanonicalJson.convert(body, PhotoInspectionFinished.class);
      case MitigationFinished.ACTION -> CanonicalJson.convert(body, MitigationFinished.class);
      case SelfTestFinished.ACTION -> CanonicalJson.convert(body, SelfTestFinished.class);
      case RunCancelled.ACTION -> CanonicalJson.convert(body, RunCancelled.class);
      case RunFailed.ACTION -> CanonicalJson.convert(body, RunFailed.class);
      case RunInterrupted.ACTION -> CanonicalJson.convert(body, RunInterrupted.class);
      case StepFinished.ACTION -> CanonicalJson.convert(body, StepFinished.class);
      case TrainingMeasured.ACTION ->
          new TrainingMeasured(CanonicalJson.convert(body, TrainingCost.class));
      case ReportWritten.ACTION -> ReportWritten.of(body);
      case DrawingsKept.ACTION -> CanonicalJson.convert(body, DrawingsKept.class);
      case ProficiencyEvent.Sealed.ACTION ->
          CanonicalJson.convert(body, ProficiencyEvent.Sealed.class);
      case ProficiencyEvent.Answered.ACTION ->
          CanonicalJson.convert(body, ProficiencyEvent.Answered.class);
      case ProficiencyEvent.Opened.ACTION ->
          CanonicalJson.convert(body, ProficiencyEvent.Opened.class);
      case SignOff.ACTION -> CanonicalJson.convert(body, SignOff.class);
      case Exported.ACTION -> CanonicalJson.convert(body, Exported.class);
      case CaseHandedOver.ACTION -> CanonicalJson.convert(body, CaseHandedOver.class);
      case Note.ACTION -> Note.of(body);
      case Named.ACTION -> Named.of(body);
      case Tagged.ACTION -> Tagged.of(body);
      default -> new OtherEvent(action, body);
    };
  }
}
