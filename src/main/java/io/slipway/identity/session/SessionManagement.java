package io.slipway.identity.session;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows and ends sessions: one's own, and those of others to administrators. A session's
 * id is a secret and never leaves; a digest of it stands for it.
 */
@Service
@Transactional
public class SessionManagement {

    private static final int HANDLE_LENGTH = 16;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    private final JdbcClient jdbc;

    private final Journal journal;

    private final CurrentActor currentActor;

    SessionManagement(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient jdbc, Journal journal,
            CurrentActor currentActor) {
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.journal = journal;
        this.currentActor = currentActor;
    }

    /**
     * The current actor's sessions, this one first, then the last used.
     * @param currentId id of the session that asks
     * @return those that have not ended
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<SessionSummary> own(String currentId) {
        return list(me(), currentId);
    }

    /**
     * The sessions of a person, the last used first. Refuses everybody but
     * administrators.
     * @param currentId id of the session that asks
     * @return those that have not ended
     */
    @PreAuthorize("hasAuthority('administrator')")
    @Transactional(readOnly = true)
    public List<SessionSummary> of(String userName, String currentId) {
        return list(userName, currentId);
    }

    /** Ends one of the current actor's sessions; does nothing if it has ended before. */
    @PreAuthorize("isAuthenticated()")
    public void end(String handle) {
        end(me(), handle, null);
    }

    /**
     * Ends all of the current actor's sessions but one.
     * @param currentId id of the session that goes on
     */
    @PreAuthorize("isAuthenticated()")
    public void endOthers(String currentId) {
        endAll(me(), currentId, null);
    }

    /**
     * Ends a session of a person. Refuses everybody but administrators; does nothing if
     * it has ended before.
     */
    @PreAuthorize("hasAuthority('administrator')")
    public void end(String userName, String handle) {
        end(userName, handle, Role.ADMINISTRATOR);
    }

    /** Ends all sessions of a person. Refuses everybody but administrators. */
    @PreAuthorize("hasAuthority('administrator')")
    public void endAll(String userName) {
        endAll(userName, "", Role.ADMINISTRATOR);
    }

    private List<SessionSummary> list(String userName, String currentId) {
        return found(userName)
            .flatMap((session) -> SignIn.of(session)
                .map((signIn) -> new SessionSummary(handle(session.getId()), signIn, session.getLastAccessedTime(),
                        session.getId().equals(currentId)))
                .stream())
            .sorted(Comparator.comparing(SessionSummary::current).thenComparing(SessionSummary::lastSeenAt).reversed())
            .toList();
    }

    private Stream<? extends Session> found(String userName) {
        return this.sessions.findByPrincipalName(userName).values().stream().filter((session) -> !session.isExpired());
    }

    private void end(String userName, String handle, @Nullable Role role) {
        Optional<? extends Session> session = found(userName)
            .filter((candidate) -> handle(candidate.getId()).equals(handle))
            .findFirst();
        session.ifPresent((ended) -> {
            this.jdbc.sql("delete from SPRING_SESSION where SESSION_ID = :id and PRINCIPAL_NAME = :name")
                .param("id", ended.getId())
                .param("name", userName)
                .update();
            record(userName, 1, role);
        });
    }

    private void endAll(String userName, String keptId, @Nullable Role role) {
        int ended = this.jdbc.sql("delete from SPRING_SESSION where PRINCIPAL_NAME = :name and SESSION_ID <> :kept")
            .param("name", userName)
            .param("kept", keptId)
            .update();
        if (ended > 0) {
            record(userName, ended, role);
        }
    }

    private void record(String userName, int sessions, @Nullable Role role) {
        this.journal
            .record(JournalEntry.of("session.ended", "person", userName).as(role).with(Map.of("sessions", sessions)));
    }

    private String me() {
        return this.currentActor.get().userName();
    }

    private static String handle(String sessionId) {
        return DigestUtils.sha256Hex(sessionId).substring(0, HANDLE_LENGTH);
    }

}
