package org.pentimento.casefile.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.store.NewerVersionException;

class CaseEventTest {
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);

  /** Events with action and body as cases of format 1 have them, which must never change. */
  static Stream<Arguments> events() {
    return Stream.of(
        Arguments.of(
            new CaseCreated(1, "id", "key", new CaseInfo("Ada", "Lab", "7", "3", "UTC", "")),
            "case-created",
            "{'agency':'Lab','caseId':'id','caseNumber':'7','examiner':'Ada','format':1,"
                + "'itemNumber':'3','notes':'','publicKey':'key','timeZone':'UTC'}"),
        Arguments.of(new KeyChanged("x", "y"), "key-changed", "{'from':'x','to':'y'}"),
        Arguments.of(new CaseHandedOver("/to"), "handed-over", "{'to':'/to'}"),
        Arguments.of(new IndexRebuilt("gone"), "index-rebuilt", "{'reason':'gone'}"),
        Arguments.of(
            new LeftOver(new LeftOvers("", List.of("datasets/half"))),
            "left-over",
            "{'folders':['datasets/half']}"),
        Arguments.of(
            new Recovered("who", new LeftOvers(A, List.of()), 0, 0, ""),
            "recovered",
            "{'blobs':'" + A + "','writer':'who'}"),
        Arguments.of(
            new Recovered("who", new LeftOvers("", List.of()), 7, 12, "work/x"),
            "recovered",
            "{'movedTo':'work/x','unfinishedBytes':12,'unsignedEntry':7,'writer':'who'}"),
        Arguments.of(
            new DatasetImported(
                new DatasetRecord(
                    "faces",
                    "folders",
                    Map.of("limit", 12),
                    DatasetRecord.Mode.COPIED,
                    "",
                    A,
                    B,
                    2,
                    1,
                    1,
                    List.of(new SkippedFile("x.txt", "No picture.")))),
            "dataset-imported",
            "{'digest':'"
                + B
                + "','format':'folders','listing':'"
                + A
                + "','mode':'copied','name':'faces','pairs':2,'root':'','settings':{'limit':12},"
                + "'skipped':[{'file':'x.txt','reason':'No picture.'}],'test':1,'train':1}"),
        Arguments.of(
            new DatasetImported(
                new DatasetRecord(
                    "clean",
                    "folders",
                    Map.of(),
                    DatasetRecord.Mode.PART,
                    "",
                    A,
                    B,
                    2,
                    1,
                    1,
                    List.of(),
                    new DatasetRecord.Part("faces", A, "inspection-1", B),
                    null)),
            "dataset-imported",
            "{'digest':'"
                + B
                + "','format':'folders','listing':'"
                + A
                + "','mode':'part','name':'clean','pairs':2,'part':{'digest':'"
                + A
                + "','inspection':'inspection-1','leftOut':'"
                + B
                + "','of':'faces'},'root':'','settings':{},'skipped':[],'test':1,'train':1}"),
        Arguments.of(
            new DatasetImported(
                new DatasetRecord(
                        "listed",
                        "folders",
                        Map.of(),
                        DatasetRecord.Mode.COPIED,
                        "",
                        A,
                        B,
                        2,
                        1,
                        1,
                        List.of())
                    .with(new HashCheck("sums.txt", A, List.of("MD5"), 3, 1, 2, B))),
            "dataset-imported",
            "{'digest':'"
                + B
                + "','format':'folders','hashes':{'details':'"
                + B
                + "','extras':2,'file':'sums.txt','kinds':['MD5'],'list':'"
                + A
                + "','matches':3,'misses':1},'listing':'"
                + A
                + "','mode':'copied','name':'listed','pairs':2,'root':'','settings':{},"
                + "'skipped':[],'test':1,'train':1}"),
        Arguments.of(
            new ModelImported(
                new ModelRecord(
                    "m",
                    "onnx",
                    "1",
                    Map.of(),
                    Map.of("size", "It fits."),
                    "none",
                    "/mnt/m.onnx",
                    "m.onnx",
                    List.of(new ModelRecord.File("m.onnx", A, false)),
                    B)),
            "model-imported",
            "{'assumptions':{'size':'It fits.'},'confinement':'none','file':'m.onnx','files':"
                + "[{'executable':false,'path':'m.onnx','sha256':'"
                + A
                + "'}],'format':'onnx','name':'m','origin':'/mnt/m.onnx','settings':{},'strip':'"
                + B
                + "','version':'1'}"),
        Arguments.of(
            new RunStarted("r", "look", A),
            "run-started",
            "{'name':'look','plan':'" + A + "','run':'r'}"),
        Arguments.of(
            new RunStarted("inspection-1", "look", A, RunKind.INSPECTION),
            "run-started",
            "{'kind':'inspection','name':'look','plan':'" + A + "','run':'inspection-1'}"),
        Arguments.of(
            new RunStarted("r", "look", A, RunKind.SELF_TEST),
            "run-started",
            "{'kind':'self-test','name':'look','plan':'" + A + "','run':'r'}"),
        Arguments.of(
            new InspectionFinished("r", A),
            "inspection-finished",
            "{'result':'" + A + "','run':'r'}"),
        Arguments.of(
            new ModelInspectionFinished("r", A),
            "model-inspection-finished",
            "{'result':'" + A + "','run':'r'}"),
        Arguments.of(
            new ModelSelfTestFinished("r", A),
            "model-self-test-finished",
            "{'result':'" + A + "','run':'r'}"),
        Arguments.of(
            new PhotoInspectionFinished("r", A),
            "photo-inspection-finished",
            "{'result':'" + A + "','run':'r'}"),
        Arguments.of(
            new MitigationFinished("r", A),
            "mitigation-finished",
            "{'result':'" + A + "','run':'r'}"),
        Arguments.of(
            new SelfTestFinished("r", A), "self-test-finished", "{'result':'" + A + "','run':'r'}"),
        Arguments.of(new RunFinished("r", A), "run-finished", "{'result':'" + A + "','run':'r'}"),
        Arguments.of(new RunCancelled("r"), "run-cancelled", "{'run':'r'}"),
        Arguments.of(
            new RunFailed("r", "no memory"), "run-failed", "{'message':'no memory','run':'r'}"),
        Arguments.of(new RunInterrupted("r"), "run-interrupted", "{'run':'r'}"),
        Arguments.of(
            new StepFinished("r", "k", "draw", Map.of("rows", A)),
            "step-finished",
            "{'key':'k','name':'draw','results':{'rows':'" + A + "'},'run':'r'}"),
        Arguments.of(
            new TrainingMeasured(new TrainingCost("r", "fcn/clean/s1", A, 1.5, 20, 1024, "")),
            "training-measured",
            "{'checkpoint':'','images':20,'peakBytes':1024,'run':'r','seconds':1.5,"
                + "'training':'fcn/clean/s1','weights':'"
                + A
                + "'}"),
        Arguments.of(
            new DrawingsKept(List.of("run-1/fcn/1/s1/clean"), 2, Map.of("drawings.json", A)),
            "drawings-kept",
            "{'files':{'drawings.json':'" + A + "'},'models':['run-1/fcn/1/s1/clean'],'photos':2}"),
        Arguments.of(
            new ReportWritten(Map.of("report.html", A)),
            "report-written",
            "{'files':{'report.html':'" + A + "'}}"),
        Arguments.of(
            new ReportWritten(
                Map.of("report.html", A),
                new ReportWritten.Content(
                    "P 1",
                    List.of("r2", "r1"),
                    List.of(7L),
                    new ExaminerWords("q", "c", "", "o"),
                    5,
                    6)),
            "report-written",
            "{'content':{'notes':[7],'product':'P 1','replaces':5,'runs':['r2','r1'],'signOff':6,"
                + "'words':{'conclusion':'c','opinion':'o','qualifications':'','question':'q'}},"
                + "'files':{'report.html':'"
                + A
                + "'}}"),
        Arguments.of(
            new ReportWritten(
                Map.of("report.html", A),
                new ReportWritten.Content(
                    "P 1",
                    List.of("r1"),
                    List.of(),
                    ExaminerWords.NONE,
                    0,
                    0,
                    Instant.parse("2026-01-02T03:04:05.678Z"))),
            "report-written",
            "{'content':{'notes':[],'product':'P 1','replaces':0,'runs':['r1'],'signOff':0,"
                + "'words':{'conclusion':'','opinion':'','qualifications':'','question':''},"
                + "'written':'2026-01-02T03:04:05.678Z'},"
                + "'files':{'report.html':'"
                + A
                + "'}}"),
        Arguments.of(
            new ProficiencyEvent.Sealed(List.of("exhibit-1"), A),
            "proficiency-sealed",
            "{'exhibits':['exhibit-1'],'seal':'" + A + "'}"),
        Arguments.of(
            new ProficiencyEvent.Answered("exhibit-1", "honest"),
            "proficiency-answered",
            "{'answer':'honest','exhibit':'exhibit-1'}"),
        Arguments.of(
            new ProficiencyEvent.Opened(A), "proficiency-opened", "{'result':'" + A + "'}"),
        Arguments.of(
            new SignOff(9, A, "B. Second", true, ""),
            "report-reviewed",
            "{'approved':true,'entry':'" + A + "','report':9,'reviewer':'B. Second','text':''}"),
        Arguments.of(
            new Exported(Exported.Kind.TABLES, "r", "/mnt/out"),
            "exported",
            "{'kind':'TABLES','subject':'r','to':'/mnt/out'}"),
        Arguments.of(
            new Note(new Note.Subject(Note.Kind.RUN, "r"), "odd", false),
            "note",
            "{'bookmark':false,'subject':{'id':'r','kind':'RUN'},'text':'odd'}"),
        Arguments.of(
            new Named(new Named.Thing(Named.Kind.RUN, "r"), "pilot"),
            "named",
            "{'name':'pilot','thing':{'id':'r','kind':'RUN'}}"),
        Arguments.of(
            new Tagged("faces", List.of("a", "b"), "bad light", true),
            "pairs-tagged",
            "{'dataset':'faces','pairs':['a','b'],'set':true,'tag':'bad light'}"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void bodiesStayAsTheyAre(CaseEvent event, String action, String body) throws Exception {
    String json = body.replace('\'', '"');
    assertThat(event.action()).isEqualTo(action);
    assertThat(CanonicalJson.text(event.body())).isEqualTo(json);
    assertThat(CaseEvent.of(action, tree(json))).isEqualTo(event);
  }

  @Test
  void everyKindOfEventIsTested() {
    List<Class<?>> tested = events().<Class<?>>map(a -> a.get()[0].getClass()).toList();
    assertThat(kinds(CaseEvent.class).filter(kind -> kind != OtherEvent.class))
        .allMatch(tested::contains);
  }

  private static Stream<Class<?>> kinds(Class<?> kind) {
    return kind.isSealed()
        ? Stream.of(kind.getPermittedSubclasses()).flatMap(CaseEventTest::kinds)
        : Stream.of(kind);
  }

  @Test
  void whatDoesNotFitItsActionIsRefused() throws Exception {
    assertThatThrownBy(() -> CaseEvent.of("run-finished", tree("{\"run\":\"r\"}")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("result");
    assertThatThrownBy(() -> CaseEvent.of("recovered", tree("{}")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("writer");
    assertThatThrownBy(() -> CaseEvent.of("case-created", tree("{\"format\":2}")))
        .isInstanceOf(NewerVersionException.class);
    assertThat(CaseEvent.of("looked-at", tree("[1]"))).isInstanceOf(OtherEvent.class);
  }

  @Test
  void documentsNameBlobsAndNothingElse() throws Exception {
    String result =
        """
        {"plan": "%1$s", "data": {"digest": "%2$s", "train": ["%2$s"]},
         "environment": {"image": "%2$s"},
         "comparisons": [{"id": "c", "generator": {"settings": {"weights": "%2$s"}},
           "cleanModel": {"description": "%1$s", "weights": ""},
           "attack": {"manifest": "%1$s", "choices": {"image": "%2$s"}},
           "images": [{"pair": "%2$s", "blobs": {"photo": "%1$s"}}],
           "measurements": "%1$s"}],
         "detections": [{"findings": [{"pictures": [{"caption": "%2$s", "image": "%1$s"}]}]}]}
        """
            .formatted(A, B);
    assertThat(DocumentKind.RESULT.references(tree(result)))
        .containsExactlyInAnyOrder(
            BlobReference.leaf(A),
            new BlobReference(A, DocumentKind.MODEL),
            new BlobReference(A, DocumentKind.MANIFEST),
            BlobReference.leaf(A),
            BlobReference.leaf(A),
            BlobReference.leaf(A));
    String trained = "{\"files\":[{\"sha256\":\"" + B + "\"}],\"layers\":3}";
    assertThat(DocumentKind.MODEL.references(tree(trained))).isEmpty();
    String imported =
        "{\"files\":[{\"path\":\"m\",\"sha256\":\"" + A + "\"}],\"strip\":\"" + A + "\"}";
    assertThat(DocumentKind.MODEL.references(tree(imported))).hasSize(2);
  }

  @Test
  void resultsOfInspectionsNamePicturesAndMasks() throws Exception {
    String inspection =
        """
        {"data": {"digest": "%2$s", "skipped": {"image": "%2$s"}},
         "detectors": [{"extension": {"settings": {"image": "%2$s"}}}],
         "pairs": [{"id": "%2$s", "pictures": [{"image": "%1$s"}]}],
         "patterns": [{"image": "%1$s", "mask": "%1$s", "triggers": [{"image": "%1$s"}]}],
         "exhibits": [{"kind": "picture", "image": "%1$s"}]}
        """
            .formatted(A, B);
    assertThat(DocumentKind.INSPECTION.references(tree(inspection)))
        .hasSize(5)
        .containsOnly(BlobReference.leaf(A));
    assertThat(
            DocumentKind.RESULT.references(
                tree("{\"inspections\":[{\"attack\":1,\"inspection\":\"" + A + "\"}]}")))
        .containsExactly(new BlobReference(A, DocumentKind.INSPECTION));
    assertThat(new InspectionFinished("r", A).blobs())
        .containsExactly(new BlobReference(A, DocumentKind.INSPECTION));
    assertThat(new StepFinished("r", "k", "inspect", Map.of("finding", A)).blobs())
        .containsExactly(new BlobReference(A, DocumentKind.FINDING));
  }

  private static JsonNode tree(String json) throws BadInputException {
    return CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }
}
