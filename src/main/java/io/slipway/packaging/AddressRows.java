package io.slipway.packaging;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes which addresses a package names, so that they are asked.
 */
@Component
class AddressRows {

    private final JdbcClient jdbc;

    AddressRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was known of another address is forgotten; a new one is asked as soon as may
     * be.
     */
    void name(String releaseKey, DocumentKind kind, String address, Instant now) {
        this.jdbc.sql("""
                delete a from document_addresses a join releases r on r.id = a.release_id
                 where r.release_key = :key and a.kind = :kind and a.address <> :address collate utf8mb4_bin""")
            .param("key", releaseKey)
            .param("kind", kind.name())
            .param("address", address)
            .update();
        if (!address.isEmpty()) {
            this.jdbc
                .sql("""
                        insert ignore into document_addresses
                               (release_id, kind, address, state, answer, detail, failures, next_at)
                        select id, :kind, :address, 'UNKNOWN', 'NONE', '', 0, :now from releases where release_key = :key""")
                .param("key", releaseKey)
                .param("kind", kind.name())
                .param("address", address)
                .param("now", now)
                .update();
        }
    }

}
