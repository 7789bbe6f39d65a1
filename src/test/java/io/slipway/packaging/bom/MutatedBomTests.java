package io.slipway.packaging.bom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.slipway.configuration.exchange.Bom;
import io.slipway.configuration.exchange.BomComponent;
import io.slipway.input.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is cut off from a bill with a forbidden licence, repeated in it, hidden behind
 * elements of others or written so that nobody can read it: it is refused, forbidden or
 * unknown, and never allowed.
 */
class MutatedBomTests {

    private static final int ROUNDS = 400;

    private static final List<String> ALLOWED = List.of("MIT", "Apache-2.0", "ISC", "BSD-3-Clause", "Zlib", "X11");

    private static final List<String> BETWEEN = List.of(" AND ", " and ", " And ", ", ", "/", " & ", ";", " + ", " ",
            "|", " AND AND ", " AND (", ") AND ", " AND OR ", "\t", " \u0085");

    private final LicencePolicy policy = new LicencePolicy(new LicenceProperties(List.of("AGPL-*", "*Affero*")));

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void neverTurnsForbiddenIntoAllowed(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            boolean xml = random.nextBoolean();
            List<String> components = components(random, xml);
            String bom = xml ? xml(random, components) : json(random, components);
            assertThat(verdict(bom)).as("seed %d, round %d: %s", seed, round, bom).isNotEqualTo(LicenceVerdict.ALLOWED);
            String cut = bom.substring(0, random.nextInt(bom.length() - 1) + 1);
            assertThat(verdict(cut)).as("seed %d, round %d, cut: %s", seed, round, cut)
                .isNotEqualTo(LicenceVerdict.ALLOWED);
        }
    }

    private LicenceVerdict verdict(String text) {
        try {
            Bom bom = Bom.read(text.getBytes(StandardCharsets.UTF_8));
            LicenceVerdict worst = Stream
                .concat(Stream.of(bom.ownLicences()), bom.components().stream().map(BomComponent::licences))
                .map((licences) -> LicenceColumn.read(LicenceColumn.write(licences)))
                .map(this.policy::judge)
                .max(Comparator.naturalOrder())
                .orElse(LicenceVerdict.ALLOWED);
            return bom.listed() ? worst : LicenceVerdict.worst(worst, LicenceVerdict.UNKNOWN);
        }
        catch (InvalidInputException ex) {
            return LicenceVerdict.UNKNOWN;
        }
    }

    private static List<String> components(Random random, boolean xml) {
        List<String> components = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            components.add(component(random, xml, "c" + random.nextInt(3), licences(random, xml, false)));
        }
        components.add(component(random, xml, "c" + random.nextInt(3), licences(random, xml, true)));
        for (int i = random.nextInt(3); i > 0; i--) {
            components.add(components.get(random.nextInt(components.size())));
        }
        Collections.shuffle(components, random);
        return components;
    }

    /** Licences of one component, as the format writes a list of them. */
    private static String licences(Random random, boolean xml, boolean forbidden) {
        List<String> licences = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            String one = ALLOWED.get(random.nextInt(ALLOWED.size()));
            licences.add(licence(random, xml, one));
        }
        if (forbidden) {
            licences.add(licence(random, xml, forbidden(random)));
        }
        Collections.shuffle(licences, random);
        return String.join(xml ? "" : ",", licences);
    }

    private static String forbidden(Random random) {
        String id = "AGPL-3.0-only";
        return switch (random.nextInt(4)) {
            case 0 -> id.substring(0, random.nextInt(id.length() + 1));
            case 1 -> ALLOWED.get(random.nextInt(ALLOWED.size())) + BETWEEN.get(random.nextInt(BETWEEN.size())) + id;
            case 2 -> id + BETWEEN.get(random.nextInt(BETWEEN.size())) + ALLOWED.get(random.nextInt(ALLOWED.size()));
            default -> "(".repeat(random.nextInt(3)) + id + ")".repeat(random.nextInt(3));
        };
    }

    private static String licence(Random random, boolean xml, String text) {
        boolean expression = !ALLOWED.contains(text) || random.nextBoolean();
        if (xml) {
            String plain = text.replace("&", "&amp;");
            return foreign(random, expression ? "<expression>" + plain + "</expression>"
                    : "<license>" + foreign(random, "<id>" + plain + "</id>") + "</license>");
        }
        String plain = text.replace("\t", "\\t");
        return expression ? "{\"expression\":\"" + plain + "\"}" : "{\"license\":{\"id\":\"" + plain + "\"}}";
    }

    private static String component(Random random, boolean xml, String name, String licences) {
        if (xml) {
            return foreign(random, "<component type=\"library\"><name>" + name + "</name>"
                    + foreign(random, "<licenses>" + licences + "</licenses>") + "</component>");
        }
        String licensed = "{\"type\":\"library\",\"name\":\"" + name + "\",\"licenses\":[" + licences + "]}";
        return (random.nextInt(4) > 0) ? licensed
                : "{\"type\":\"file\",\"name\":\"outer\",\"components\":[" + licensed + "]}";
    }

    /** Puts an element into another namespace, behind one of another, or leaves it. */
    private static String foreign(Random random, String element) {
        return switch (random.nextInt(6)) {
            case 0 -> "<x:more xmlns:x=\"urn:example:x\">" + element + "</x:more>";
            case 1 -> element.replaceFirst("^<(\\w+)", "<$1 xmlns=\"urn:example:y\"");
            case 2 -> "<x:note xmlns:x=\"urn:example:x\"><id>MIT</id></x:note>" + element;
            default -> element;
        };
    }

    private static String json(Random random, List<String> components) {
        return "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1." + (2 + random.nextInt(6)) + "\",\"components\":["
                + String.join(",", components) + "]}";
    }

    private static String xml(Random random, List<String> components) {
        return "<bom xmlns=\"http://cyclonedx.org/schema/bom/1." + (2 + random.nextInt(6)) + "\">"
                + foreign(random, "<components>" + String.join("", components) + "</components>") + "</bom>";
    }

}
