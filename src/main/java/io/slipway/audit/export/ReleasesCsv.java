package io.slipway.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes a population of releases as CSV, in the order in which they were registered: one
 * line each, with what its control is judged by.
 */
@Component
class ReleasesCsv {

    private static final String SELECT = """
            select r.id, r.release_key, r.name, r.type, r.model, r.environment, r.owner,
                   (select group_concat(s.service order by s.service separator '; ')
                      from release_services s where s.release_id = r.id) as services,
                   r.phase, r.status, p.risk, r.registered_at, p.submitted_by, p.submitted_at, p.approved_at,
                   (select group_concat(c.number order by c.id separator '; ')
                      from change_records c where c.release_key = r.release_key) as changes,
                   r.planned_start, r.planned_end,
                   (select min(d.started_at) from deployments d where d.release_key = r.release_key) as started_at,
                   (select max(d.finished_at) from deployments d where d.release_key = r.release_key) as finished_at,
                   (select count(*) from deployments d where d.release_key = r.release_key) as attempts,
                   (select group_concat(distinct d.deployed_by order by d.attempt separator '; ')
                      from deployments d where d.release_key = r.release_key) as deployed_by,
                   r.rolled_back_at, r.ended_at, r.deviations
              from releases r left join plans p on p.release_id = r.id""";

    private final Rows<Line> rows;

    ReleasesCsv(JdbcClient jdbc) {
        this.rows = Rows.of(jdbc, KeyOrder.<Line>ascending().number("r.id", Line::id), Line.class);
    }

    long write(ReleaseSelection selection, boolean spreadsheet, OutputStream to) throws IOException {
        CsvFile file = new CsvFile(to, spreadsheet,
                List.of("release", "name", "type", "model", "environment", "owner", "services", "phase", "status",
                        "risk", "registered_at", "plan_submitted_by", "plan_submitted_at", "plan_approved_at",
                        "changes", "planned_start", "planned_end", "deployment_started_at", "deployment_finished_at",
                        "deployments", "deployed_by", "rolled_back_at", "ended_at", "deviations"));
        long[] count = new long[1];
        this.rows.each(SELECT, selection.condition(), (line) -> {
            file.line(Arrays.asList(line.releaseKey(), line.name(), line.type(), line.model(), line.environment(),
                    line.owner(), line.services(), line.phase(), line.status(), line.risk(), line.registeredAt(),
                    line.submittedBy(), line.submittedAt(), line.approvedAt(), line.changes(), line.plannedStart(),
                    line.plannedEnd(), line.startedAt(), line.finishedAt(), line.attempts(), line.deployedBy(),
                    line.rolledBackAt(), line.endedAt(), String.join("; ", line.deviations())));
            count[0]++;
        });
        file.flush();
        return count[0];
    }

    /** A release as the database has it. */
    private record Line(long id, String releaseKey, String name, String type, String model, String environment,
            String owner, @Nullable String services, String phase, String status, @Nullable String risk,
            Instant registeredAt, @Nullable String submittedBy, @Nullable Instant submittedAt,
            @Nullable Instant approvedAt, @Nullable String changes, @Nullable Instant plannedStart,
            @Nullable Instant plannedEnd, @Nullable Instant startedAt, @Nullable Instant finishedAt, int attempts,
            @Nullable String deployedBy, @Nullable Instant rolledBackAt, @Nullable Instant endedAt,
            List<String> deviations) {
    }

}
