package io.slipway.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import org.jspecify.annotations.Nullable;

/**
 * Turns database rows into the records that pages see; columns hold UTC.
 */
final class ReleaseRows {

    /** The services of a release {@code r}, one per line. */
    static final String SERVICES = """
            (select group_concat(s.service order by s.service separator '\\n')
               from release_services s where s.release_id = r.id) as services""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReleaseRows() {
    }

    static ReleaseSummary summary(ResultSet row, int number) throws SQLException {
        return new ReleaseSummary(row.getString("release_key"), row.getString("name"),
                ReleaseType.valueOf(row.getString("type")), DeploymentModel.valueOf(row.getString("model")),
                row.getString("owner"), Phase.valueOf(row.getString("phase")),
                ReleaseStatus.valueOf(row.getString("status")), split(row.getString("services"), "\n"),
                instant(row, "planned_start"), instant(row, "ended_at"), phase(row, "rolled_back_in"));
    }

    static ReleaseDetails details(ResultSet row) throws SQLException {
        return new ReleaseDetails(row.getString("release_key"), row.getString("name"),
                ReleaseType.valueOf(row.getString("type")), DeploymentModel.valueOf(row.getString("model")),
                row.getString("owner"), Phase.valueOf(row.getString("phase")),
                ReleaseStatus.valueOf(row.getString("status")),
                new ReleaseSchedule(split(row.getString("services"), "\n"), row.getString("environment"),
                        instant(row, "planned_start"), instant(row, "planned_end"), row.getInt("support_days")),
                required(row, "registered_at"), instant(row, "ended_at"), instant(row, "rolled_back_at"),
                phase(row, "rolled_back_in"), row.getString("end_reason"), row.getInt("version"));
    }

    static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return (value != null) ? value.toInstant(ZoneOffset.UTC) : null;
    }

    private static @Nullable Phase phase(ResultSet row, String column) throws SQLException {
        String name = row.getString(column);
        return (name != null) ? Phase.valueOf(name) : null;
    }

    private static List<String> split(@Nullable String text, String separator) {
        return (text == null || text.isEmpty()) ? List.of() : Arrays.asList(text.split(separator));
    }

}
