package org.pentimento.report.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Says of a document what an archive asks for: that it is PDF/A-2b (ISO 19005-2) and PDF/UA-1 (ISO
 * 14289-1), what its colours mean, its title, language and time.
 */
final class Archive {
  private static final String CREATOR = "Pentimento";
  private static final String PRODUCER = "Pentimento with Apache PDFBox";

  private Archive() {}

  static void describe(PDDocument document, String title, Instant time) throws IOException {
    Instant second = time.truncatedTo(ChronoUnit.SECONDS);
    PDDocumentInformation info = new PDDocumentInformation();
    info.setTitle(title);
    info.setCreator(CREATOR);
    info.setProducer(PRODUCER);
    Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    calendar.setTimeInMillis(second.toEpochMilli());
    info.setCreationDate(calendar);
    info.setModificationDate(calendar);
    document.setDocumentInformation(info);
    // The identifier is otherwise made from the clock.
    document.setDocumentId(time.toEpochMilli());
    document.getDocumentCatalog().setLanguage("en");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(xmp(title, second).getBytes(StandardCharsets.UTF_8));
    document.getDocumentCatalog().setMetadata(metadata);
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    PDOutputIntent colours = new PDOutputIntent(document, new ByteArrayInputStream(profile));
    colours.setInfo("sRGB IEC61966-2.1");
    colours.setOutputCondition("sRGB IEC61966-2.1");
    colours.setOutputConditionIdentifier("sRGB IEC61966-2.1");
    colours.setRegistryName("http://www.color.org");
    document.getDocumentCatalog().addOutputIntent(colours);
  }

  private static String xmp(String title, Instant time) {
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about=""
        xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
        xmlns:xmp="http://ns.adobe.com/xap/1.0/"
        xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
        xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
        xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
        xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <dc:format>application/pdf</dc:format>
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
    <dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
    <pdf:Producer>%2$s</pdf:Producer>
    <xmp:CreatorTool>%3$s</xmp:CreatorTool>
    <xmp:CreateDate>%4$s</xmp:CreateDate>
    <xmp:ModifyDate>%4$s</xmp:ModifyDate>
    <pdfaid:part>2</pdfaid:part>
    <pdfaid:conformance>B</pdfaid:conformance>
    <pdfuaid:part>1</pdfuaid:part>
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="w"?>
    """
        .formatted(escaped(title), PRODUCER, CREATOR, time.toString().replace("Z", "+00:00"));
  }

  /** Text for XML, without what XML cannot hold. */
  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
