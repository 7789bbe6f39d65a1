package io.slipway.test;

import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells what the record holds of a release. Test classes ask for it with
 * {@code @Autowired RecordedActions}.
 */
@Component
@Profile("test")
public class RecordedActions {

    private final JdbcClient jdbc;

    RecordedActions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was done to a release, in its order.
     * @param release the release's key
     * @return the actions, such as {@code change.requested}
     */
    public List<String> of(String release) {
        return this.jdbc.sql("select action from audit_entries where release_key = ? order by sequence")
            .param(release)
            .query(String.class)
            .list();
    }

}
