package io.slipway.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/**
 * The kinds of events that the record has, each with its place in the evidence pack and
 * its things in exports. A feature joins by an entry in {@code audit/kinds.properties}
 * and a sentence in the messages.
 */
@Component
public class AuditKinds {

    private final Map<String, AuditKind> kinds;

    AuditKinds() {
        this.kinds = Collections.unmodifiableMap(read());
    }

    /** A kind of event; one that is known no more belongs to its release. */
    public AuditKind of(String id) {
        AuditKind kind = this.kinds.get(id);
        return (kind != null) ? kind : AuditKind.unknown(id);
    }

    /** All kinds, by their ids. */
    public Collection<AuditKind> all() {
        return this.kinds.values();
    }

    private static Map<String, AuditKind> read() {
        try {
            Properties entries = PropertiesLoaderUtils.loadProperties(new ClassPathResource("audit/kinds.properties"));
            Map<String, AuditKind> kinds = new TreeMap<>();
            entries.stringPropertyNames().forEach((id) -> kinds.put(id, AuditKind.of(id, entries.getProperty(id))));
            return kinds;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
