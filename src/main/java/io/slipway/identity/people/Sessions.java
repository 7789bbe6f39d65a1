package io.slipway.identity.people;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.guessing.KnownDevices;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends sessions of people whose rights changed, in the transaction of the change: either
 * both hold or neither. (Spring Session's own repository deletes in a transaction of its
 * own, before ours is certain.)
 */
@Component
class Sessions {

    private final JdbcClient jdbc;

    private final PersonDirectory people;

    private final KnownDevices devices;

    Sessions(JdbcClient jdbc, PersonDirectory people, KnownDevices devices) {
        this.jdbc = jdbc;
        this.people = people;
        this.devices = devices;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void end(String userName) {
        endOthers(userName, "");
    }

    /** After another password only those who know it are known. */
    @Transactional(propagation = Propagation.MANDATORY)
    void forgetDevices(String userName) {
        this.devices.forget(userName);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void endOthers(String userName, String keptSession) {
        this.jdbc.sql("delete from SPRING_SESSION where PRINCIPAL_NAME = :name and SESSION_ID <> :kept")
            .param("name", userName)
            .param("kept", keptSession)
            .update();
        this.people.refresh();
    }

}
