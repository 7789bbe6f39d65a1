package io.slipway.release;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.approval.ApprovalRule;
import io.slipway.identity.Role;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.policy.Risk;
import io.slipway.release.plan.Announcement;
import io.slipway.release.plan.Dependency;
import io.slipway.release.plan.DependencyKind;
import io.slipway.release.plan.PlanDetails;
import io.slipway.release.plan.PlanPolicy;
import io.slipway.release.plan.PlannedPerson;
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

    /** What else a plan of a release {@code r} lists, one per line or as JSON. */
    static final String PLAN = """
            (select group_concat(i.item order by i.item separator '\\n')
               from release_items i where i.release_id = r.id) as items,
            (select group_concat(d.kind, ' ', d.other_key order by d.other_key separator '\\n')
               from release_dependencies d where d.release_id = r.id) as dependencies,
            (select group_concat(p.role, ' ', p.user_name order by p.role, p.user_name separator '\\n')
               from release_people p where p.release_id = r.id) as people,
            (select json_arrayagg(json_object('audience', a.audience, 'channel', a.channel, 'anchor', a.anchor,
                                              'minutes', a.minutes, 'text', a.message) order by a.place)
               from release_announcements a where a.release_id = r.id) as announcements""";

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

    static ScheduledRelease scheduled(ResultSet row, int number) throws SQLException {
        Instant changedAt = instant(row, "changed_at");
        return new ScheduledRelease(row.getString("release_key"), row.getString("name"),
                ReleaseType.valueOf(row.getString("type")), row.getString("owner"),
                Phase.valueOf(row.getString("phase")), ReleaseStatus.valueOf(row.getString("status")),
                split(row.getString("services"), "\n"), required(row, "planned_start"), required(row, "planned_end"),
                row.getInt("support_days"), row.getInt("version"),
                (changedAt != null) ? changedAt : required(row, "registered_at"));
    }

    static ReleaseDetails details(ResultSet row) throws SQLException {
        ReleasePlan plan = new ReleasePlan(row.getInt("revision"), row.getString("scope"),
                split(row.getString("services"), "\n"), instant(row, "planned_start"), instant(row, "planned_end"),
                row.getString("rollback_criteria"), row.getString("rollback_plan"), row.getString("communication_plan"),
                row.getInt("support_days"), split(row.getString("approvers"), "\n"), planDetails(row),
                row.getString("submitted_by"), instant(row, "submitted_at"), instant(row, "approved_at"),
                row.getString("plan_digest"), row.getString("change_digest"), policy(row));
        return new ReleaseDetails(row.getString("release_key"), row.getString("name"),
                ReleaseType.valueOf(row.getString("type")), DeploymentModel.valueOf(row.getString("model")),
                row.getString("owner"), Phase.valueOf(row.getString("phase")),
                ReleaseStatus.valueOf(row.getString("status")), plan, required(row, "registered_at"),
                instant(row, "ended_at"), instant(row, "rolled_back_at"), phase(row, "rolled_back_in"),
                row.getString("end_reason"), row.getInt("version"));
    }

    private static PlanDetails planDetails(ResultSet row) throws SQLException {
        List<Dependency> dependencies = split(row.getString("dependencies"), "\n").stream()
            .map((line) -> line.split(" ", 2))
            .map((parts) -> new Dependency(DependencyKind.valueOf(parts[0]), parts[1]))
            .toList();
        List<PlannedPerson> people = split(row.getString("people"), "\n").stream()
            .map((line) -> line.split(" ", 2))
            .map((parts) -> new PlannedPerson(Role.of(parts[0]).orElseThrow(), parts[1]))
            .toList();
        return new PlanDetails(row.getString("environment"), row.getBoolean("schema_change"),
                split(row.getString("items"), "\n"), dependencies, announcements(row.getString("announcements")),
                row.getString("backups"), people);
    }

    private static @Nullable PlanPolicy policy(ResultSet row) throws SQLException {
        String risk = row.getString("risk");
        if (risk == null) {
            return null;
        }
        List<ApprovalRule> approvals = split(row.getString("plan_approvals"), ",").stream()
            .map((rule) -> rule.split(":"))
            .map((parts) -> new ApprovalRule(Role.of(parts[0]).orElseThrow(), Integer.parseInt(parts[1])))
            .toList();
        return new PlanPolicy(Risk.valueOf(risk), row.getBoolean("window_required"), row.getBoolean("freeze_binding"),
                row.getBoolean("review_required"), row.getInt("minimum_support_days"), approvals);
    }

    private static List<Announcement> announcements(@Nullable String json) {
        try {
            return (json == null) ? List.of() : List.of(JSON.readValue(json, Announcement[].class));
        }
        catch (JsonProcessingException ex) {
            throw new UncheckedIOException(ex);
        }
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
