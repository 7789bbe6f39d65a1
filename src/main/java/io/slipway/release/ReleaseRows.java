package io.slipway.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

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

    /** The approvers of a release {@code r}, one per line. */
    static final String APPROVERS = """
            (select group_concat(a.user_name order by a.user_name separator '\\n')
               from release_approvers a where a.release_id = r.id) as approvers""";

    private ReleaseRows() {
    }

    static ReleaseSummary summary(ResultSet row, int number) throws SQLException {
        return new ReleaseSummary(row.getString("release_key"), row.getString("name"),
                ReleaseType.valueOf(row.getString("type")), DeploymentModel.valueOf(row.getString("model")),
                row.getString("owner"), Phase.valueOf(row.getString("phase")),
                ReleaseStatus.valueOf(row.getString("status")), split(row.getString("services"), "\n"),
                instant(row, "planned_start"), instant(row, "ended_at"), phase(row, "rolled_back_in"));
    }

    static ScheduledRelease scheduled(ResultSet row, int number) throws SQLException {
        Instant changedAt = instant(row, "changed_at");
        return new ScheduledRelease(row.getString("release_key"), row.getString("name"),
                ReleaseType.valueOf(row.getString("type")), row.getString("owner"),
                Phase.valueOf(row.getString("phase")), ReleaseStatus.valueOf(row.getString("status")),
                split(row.getString("services"), "\n"), required(row, "planned_start"), required(row, "planned_end"),
                row.getInt("support_days"), row.getInt("version"),
                (changedAt != null) ? changedAt : required(row, "registered_at"));
    }

    static ReleaseDetails details(ResultSet row, List<ReleaseUnitDetails> units) throws SQLException {
        ReleasePlan plan = new ReleasePlan(row.getInt("revision"), row.getString("scope"),
                split(row.getString("services"), "\n"), instant(row, "planned_start"), instant(row, "planned_end"),
                row.getString("rollback_criteria"), row.getString("rollback_plan"), row.getString("communication_plan"),
                row.getInt("support_days"), split(row.getString("approvers"), "\n"), row.getString("submitted_by"),
                instant(row, "submitted_at"), instant(row, "approved_at"));
        ReleasePackage content = new ReleasePackage(units, row.getString("documentation"), row.getString("scripts"),
                instant(row, "assembled_at"), split(row.getString("missing"), ","));
        return new ReleaseDetails(row.getString("release_key"), row.getString("name"),
                ReleaseType.valueOf(row.getString("type")), DeploymentModel.valueOf(row.getString("model")),
                row.getString("owner"), Phase.valueOf(row.getString("phase")),
                ReleaseStatus.valueOf(row.getString("status")), plan, content, required(row, "registered_at"),
                instant(row, "ended_at"), instant(row, "rolled_back_at"), phase(row, "rolled_back_in"),
                row.getString("end_reason"), row.getInt("version"));
    }

    static ReleaseUnitDetails unit(ResultSet row, int number) throws SQLException {
        return new ReleaseUnitDetails(row.getLong("id"), row.getString("name"), row.getString("version"),
                row.getString("artifact"), row.getString("digest"), row.getString("source_commit"),
                required(row, "committed_at"), row.getString("delivered_by"), required(row, "delivered_at"));
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
