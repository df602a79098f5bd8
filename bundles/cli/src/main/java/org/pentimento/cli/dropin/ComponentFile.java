package org.pentimento.cli.dropin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A component of Declarative Services as its description tells it.
 *
 * @param name of the component
 * @param type name of its class
 * @param offers names of the interfaces that it offers
 * @param needs names of the interfaces without which it does not come to life
 */
record ComponentFile(String name, String type, List<String> offers, List<String> needs) {
  /**
   * Reads a description, in which there can be several components.
   *
   * @throws IOException if it is none, saying why
   */
  static List<ComponentFile> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("the description of its component, " + file + ", is missing");
    }
    try (InputStream in = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // which prints nothing
      List<ComponentFile> components = new ArrayList<>();
      for (Element element : elements(builder.parse(in).getDocumentElement(), "component")) {
        components.add(of(element));
      }
      if (components.isEmpty()) {
        throw new IOException(file + " describes no component");
      }
      return components;
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(file + " is no description of a component: " + e.getMessage(), e);
    }
  }

  private static ComponentFile of(Element component) {
    String type = "";
    for (Element implementation : elements(component, "implementation")) {
      type = implementation.getAttribute("class");
    }
    String name = component.getAttribute("name");
    List<String> needs = new ArrayList<>();
    for (Element reference : elements(component, "reference")) {
      String cardinality = reference.getAttribute("cardinality");
      if (cardinality.isEmpty() || cardinality.startsWith("1")) {
        needs.add(reference.getAttribute("interface"));
      }
    }
    return new ComponentFile(
        name.isEmpty() ? type : name,
        type,
        elements(component, "provide").stream().map(e -> e.getAttribute("interface")).toList(),
        needs);
  }

  /** The element itself, if it has that name, or those below it. */
  private static List<Element> elements(Element within, String name) {
    if (name.equals(within.getLocalName())) {
      return List.of(within);
    }
    List<Element> found = new ArrayList<>();
    NodeList nodes = within.getElementsByTagNameNS("*", name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }
}
