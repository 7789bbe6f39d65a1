package io.slipway.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;

/**
 * Understands the names of time zones that people type and tools send: those of the IANA,
 * and those of Windows by the mapping of the Unicode CLDR. Upper and lower case are the
 * same.
 */
public final class ZoneNames {

    private static final Map<String, String> KNOWN = known();

    private static final List<String> OFFERED = Stream
        .concat(Stream.of("UTC"),
                ZoneId.getAvailableZoneIds()
                    .stream()
                    .filter((zone) -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                    .sorted())
        .toList();

    private ZoneNames() {
    }

    /**
     * Finds a zone.
     * @param name such as {@code Europe/Berlin} or {@code W. Europe Standard Time}
     * @return the zone; empty if there is none with that name
     */
    public static Optional<ZoneId> find(String name) {
        return Optional.ofNullable(KNOWN.get(name.strip().toLowerCase(Locale.ROOT))).map(ZoneId::of);
    }

    /**
     * The zones that forms offer.
     * @return UTC and the zones of places
     */
    public static List<String> offered() {
        return OFFERED;
    }

    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        try {
            new ClassPathResource("ui/windows-zones.txt").getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter((line) -> !line.startsWith("#"))
                .map((line) -> line.split(" = "))
                .forEach((names) -> known.put(names[0].toLowerCase(Locale.ROOT), names[1]));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        ZoneId.getAvailableZoneIds().forEach((zone) -> known.put(zone.toLowerCase(Locale.ROOT), zone));
        return Map.copyOf(known);
    }

}
