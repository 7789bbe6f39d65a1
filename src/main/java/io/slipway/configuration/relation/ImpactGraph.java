package io.slipway.configuration.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.slipway.configuration.ItemSummary;

/**
 * A picture of what an item touches, laid out in layers: the item in the middle, what is
 * affected to its left, what it needs to its right, the farther the farther away. It is
 * drawn as SVG by its template.
 *
 * @param lines the relations between them
 * @param left how many items are left out
 */
public record ImpactGraph(int width, int height, List<Node> nodes, List<Line> lines, int left) {

    /** The most items drawn in each direction. */
    public static final int MOST = 40;

    private static final int NODE_WIDTH = 176;

    private static final int NODE_HEIGHT = 44;

    private static final int COLUMN = NODE_WIDTH + 64;

    private static final int ROW = NODE_HEIGHT + 14;

    private static final int MARGIN = 12;

    private static final int LETTERS = 22;

    /**
     * Lays the picture out.
     * @param affected what is affected when it fails
     */
    public static ImpactGraph of(ItemSummary center, Impact affected, Impact needed) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        Map<String, ItemSummary> items = new HashMap<>();
        columns.put(center.key(), 0);
        items.put(center.key(), center);
        Stream.concat(needed.items().stream().limit(MOST), affected.items().stream().limit(MOST)).forEach((one) -> {
            items.put(one.item().key(), one.item());
            columns.merge(one.item().key(), one.distance(),
                    (former, now) -> (Math.abs(former) <= Math.abs(now)) ? former : now);
        });
        affected.items().stream().limit(MOST).forEach((one) -> {
            boolean right = needed.items()
                .stream()
                .limit(MOST)
                .anyMatch((other) -> other.item().key().equals(one.item().key()) && other.distance() <= one.distance());
            if (!right) {
                columns.put(one.item().key(), -one.distance());
            }
        });
        return draw(columns, items, Stream.concat(affected.links().stream(), needed.links().stream()).distinct(),
                Math.max(0, affected.items().size() - MOST) + Math.max(0, needed.items().size() - MOST));
    }

    private static ImpactGraph draw(Map<String, Integer> columns, Map<String, ItemSummary> items,
            Stream<Impact.Link> links, int left) {
        TreeMap<Integer, List<String>> layers = new TreeMap<>();
        columns.forEach((key, column) -> layers.computeIfAbsent(column, (any) -> new ArrayList<>()).add(key));
        int rows = layers.values().stream().mapToInt(List::size).max().orElse(1);
        int height = 2 * MARGIN + rows * ROW - (ROW - NODE_HEIGHT);
        Map<String, Node> nodes = new LinkedHashMap<>();
        int x = MARGIN;
        for (Map.Entry<Integer, List<String>> layer : layers.entrySet()) {
            int y = MARGIN + (rows - layer.getValue().size()) * ROW / 2;
            for (String key : layer.getValue()) {
                nodes.put(key, new Node(items.get(key), x, y, layer.getKey()));
                y += ROW;
            }
            x += COLUMN;
        }
        List<Line> lines = links.filter((link) -> nodes.containsKey(link.source()) && nodes.containsKey(link.target()))
            .map((link) -> line(nodes.get(link.source()), link.kind(), nodes.get(link.target())))
            .toList();
        return new ImpactGraph(x - COLUMN + NODE_WIDTH + MARGIN, height, List.copyOf(nodes.values()), lines, left);
    }

    private static Line line(Node from, RelationKind kind, Node to) {
        int startY = from.y() + NODE_HEIGHT / 2;
        int endY = to.y() + NODE_HEIGHT / 2;
        boolean ahead = to.x() > from.x();
        boolean beside = to.x() == from.x();
        int startX = from.x() + ((ahead || beside) ? NODE_WIDTH : 0);
        int endX = to.x() + (ahead ? 0 : NODE_WIDTH);
        int bend = ahead ? (endX - startX) / 2 : 44;
        String path = beside
                ? "M%d %d C%d %d %d %d %d %d".formatted(startX, startY, startX + bend, startY, endX + bend, endY, endX,
                        endY)
                : "M%d %d C%d %d %d %d %d %d".formatted(startX, startY, startX + (ahead ? bend : -bend), startY,
                        endX + (ahead ? -bend : bend), endY, endX, endY);
        return new Line(path, kind, from.item().name(), to.item().name());
    }

    /**
     * An item drawn.
     *
     * @param x its left side
     * @param y its upper side
     * @param column how far it is to the right of the middle; negative to the left
     */
    public record Node(ItemSummary item, int x, int y, int column) {

        /**
         * The name, as far as it fits.
         * @return at most {@value ImpactGraph#LETTERS} letters
         */
        public String label() {
            String name = this.item.name();
            return (name.codePointCount(0, name.length()) <= LETTERS) ? name
                    : name.substring(0, name.offsetByCodePoints(0, LETTERS - 1)) + "\u2026";
        }

        /**
         * Where it stands: before, in or after the middle.
         * @return a word for its style
         */
        public String place() {
            return (this.column == 0) ? "center" : ((this.column < 0) ? "affected" : "needed");
        }

        /**
         * Its criticality, for its style.
         * @return a word in lower case
         */
        public String weight() {
            return this.item.criticality().name().toLowerCase(Locale.ROOT);
        }

    }

    /**
     * A relation drawn.
     *
     * @param path its way, as SVG writes it
     * @param kind how the one needs the other
     * @param from name of the item where it begins
     * @param to name of the item where it ends
     */
    public record Line(String path, RelationKind kind, String from, String to) {
    }

}
