package io.slipway.diagram.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A BPMN file as it was read.
 *
 * @param elements everything that has an id, in the order of the file
 * @param byId the same by id; of two with the same id the first
 * @param nodes the flow nodes, in flow order
 * @param sheets what is drawn, the main sheet first
 */
public record BpmnFile(List<Element> elements, Map<String, Element> byId, List<Element> nodes, List<Sheet> sheets) {

    /**
     * Reads a file. Refuses what is no BPMN, or larger or deeper than any honest file.
     */
    public static BpmnFile read(String text) {
        XmlNode definitions = XmlText.read(text);
        List<Element> elements = List.copyOf(ElementReader.read(definitions));
        Map<String, Element> byId = new HashMap<>();
        elements.forEach((element) -> byId.putIfAbsent(element.id(), element));
        return new BpmnFile(elements, Map.copyOf(byId), FlowOrder.of(elements),
                List.copyOf(SheetReader.read(definitions, byId)));
    }

}
